package dev.darkroom.api.problem;

import dev.darkroom.api.web.Trace;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers calls that the server itself refuses, before Spring sees them: a broken request line, too large a header.
 * Gives the same problem documents as everything else, and neither a stack trace nor the server's name.
 */
class ServerProblems extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemType type = ProblemType.ofStatus(status);
        Problem problem = Problem.of(type, type.remedy(), null, Trace.of(request));
        byte[] body = JSON.writeValueAsBytes(problem.withStatus(status));
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            getContainer().getLogger().debug("The client that sent an invalid request is gone", e);
        }
    }
}
