package dev.darkroom.api.problem;

import dev.darkroom.api.web.Trace;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that were found outside of a controller, by a filter or by the server, as problems. */
@RestController
class ErrorDispatches implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorDispatches.class);

    @RequestMapping("${spring.web.error.path:/error}")
    @Hidden
    ResponseEntity<Problem> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemType type = ProblemType.ofStatus(status instanceof Integer code ? code : 404);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (type.status() >= 500) {
            log.error("Unexpected error at {}", path, (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        Problem problem = Problem.of(
                type, type.remedy(), path == null ? request.getRequestURI() : path.toString(), Trace.of(request));
        return ResponseEntity.status(type.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
