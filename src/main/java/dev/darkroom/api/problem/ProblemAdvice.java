package dev.darkroom.api.problem;

import dev.darkroom.api.web.Trace;
import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.imagestore.StorageException;
import dev.darkroom.job.IdempotencyConflictException;
import dev.darkroom.job.QueueFullException;
import dev.darkroom.pipeline.GenerationFailedException;
import dev.darkroom.pipeline.UnknownModelException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the service's own parts throw into problems. What nobody expected is logged and becomes a plain 500. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> problem(ProblemException e, HttpServletRequest request) {
        Problem problem = problem(e.type(), e.getMessage(), request).withErrors(e.errors());
        return answer(problem.about(e.job()), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(InvalidRequestException e, HttpServletRequest request) {
        Problem problem = problem(ProblemType.INVALID_REQUEST, e.getMessage(), request);
        return answer(problem.withErrors(e.errors()), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> contradictory(ContradictoryRequestException e, HttpServletRequest request) {
        Problem problem = problem(ProblemType.CONTRADICTORY_REQUEST, e.getMessage(), request);
        return answer(problem.withErrors(e.errors()), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknownModel(UnknownModelException e, HttpServletRequest request) {
        Problem problem = problem(ProblemType.UNKNOWN_MODEL, e.getMessage(), request);
        return answer(problem.withErrors(List.of(e.error())), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> conflict(IdempotencyConflictException e, HttpServletRequest request) {
        return answer(problem(ProblemType.IDEMPOTENCY_CONFLICT, e.getMessage(), request), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> full(QueueFullException e, HttpServletRequest request) {
        return answer(problem(ProblemType.QUEUE_FULL, e.getMessage(), request), retryAfter(e.retryAfter()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> busy(BusyException e, HttpServletRequest request) {
        return answer(problem(ProblemType.BUSY, e.getMessage(), request), retryAfter(e.retryAfter()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(GenerationFailedException e, HttpServletRequest request) {
        ProblemType type = ProblemType.ofSlug(e.problem()).orElse(ProblemType.GENERATION_FAILED);
        log.warn("{} {} failed with {}: {}", request.getMethod(), request.getRequestURI(), e.problem(), e.getMessage());
        return answer(problem(type, e.getMessage(), request), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> storage(StorageException e, HttpServletRequest request) {
        log.error("The image store failed at {} {}", request.getMethod(), request.getRequestURI(), e);
        ProblemType type = ProblemType.STORAGE_UNAVAILABLE;
        return answer(problem(type, type.remedy(), request), HttpHeaders.EMPTY);
    }

    /** The connection broke: there is nobody to answer. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> disconnected(IOException e, HttpServletRequest request) {
        log.debug("The client of {} {} is gone: {}", request.getMethod(), request.getRequestURI(), e.toString());
        return null;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception e, HttpServletRequest request) {
        log.error("Unexpected error at {} {}", request.getMethod(), request.getRequestURI(), e);
        ProblemType type = ProblemType.INTERNAL_ERROR;
        return answer(problem(type, type.remedy(), request), HttpHeaders.EMPTY);
    }

    private static HttpHeaders retryAfter(Duration time) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, time.plusMillis(999).toSeconds())));
        return headers;
    }

    static Problem problem(ProblemType type, @Nullable String detail, HttpServletRequest request) {
        return Problem.of(type, detail == null ? type.remedy() : detail, request.getRequestURI(), Trace.of(request));
    }

    static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
