package dev.darkroom.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Who waits for an answer.
 *
 * @param base scheme, host and port of the address that was called
 * @param connection id of the connection
 */
record Caller(String base, String connection) {

    static Caller of(HttpServletRequest request) {
        return new Caller(base(request), request.getServletConnection().getConnectionId());
    }

    /** Scheme, host and port of the address that was called, the beginning of absolute URLs. */
    static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
