package dev.darkroom.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What Spring MVC finds wrong with a call before a controller sees it, in our words. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrameworkProblems {

    @ExceptionHandler
    ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        String allowed = String.join(", ", e.getSupportedMethods() == null ? new String[0] : e.getSupportedMethods());
        return answer(e, "this address takes " + allowed, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return answer(e, "this address takes " + list(e.getSupportedMediaTypes()) + "; set Content-Type", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> accept(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return answer(e, "this address can give " + list(e.getSupportedMediaTypes()) + "; change Accept", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> nothingThere(NoResourceFoundException e, HttpServletRequest request) {
        return answer(e, ProblemType.NOT_FOUND.remedy(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return answer(ProblemType.BODY_TOO_LARGE, null, HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> multipart(MultipartException e, HttpServletRequest request) {
        String detail = "the body is not complete multipart/form-data with a boundary (RFC 7578)";
        return answer(ProblemType.MALFORMED_REQUEST, detail, HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> parameter(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            String detail = "no " + e.getName() + " looks like this; see /swagger-ui.html";
            return answer(ProblemType.NOT_FOUND, detail, HttpHeaders.EMPTY, request);
        }
        String detail = "the parameter " + e.getName() + " has a value that does not fit; see /swagger-ui.html";
        return answer(ProblemType.INVALID_REQUEST, detail, HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestValueException e, HttpServletRequest request) {
        String detail = "a parameter or header is missing; see /swagger-ui.html";
        return answer(ProblemType.INVALID_REQUEST, detail, HttpHeaders.EMPTY, request);
    }

    /** The client went away during an asynchronous answer: nobody is there to be told. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> gone(AsyncRequestNotUsableException e) {
        return null;
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(ErrorResponseException e, HttpServletRequest request) {
        return answer(e, null, request);
    }

    private static ResponseEntity<Problem> answer(
            ErrorResponse e, @Nullable String detail, HttpServletRequest request) {
        HttpStatusCode status = e.getStatusCode();
        return answer(ProblemType.ofStatus(status.value()), detail, e.getHeaders(), request);
    }

    private static ResponseEntity<Problem> answer(
            ProblemType type, @Nullable String detail, HttpHeaders headers, HttpServletRequest request) {
        return ProblemAdvice.answer(ProblemAdvice.problem(type, detail, request), headers);
    }

    private static String list(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }
}
