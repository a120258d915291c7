package dev.darkroom.api.web;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses calls that change something when a page of another web site makes a browser send them: a service on this
 * machine without passwords must not obey every page that its owner looks at. Programs send neither header and pass.
 */
final class SameSiteCalls implements HandlerInterceptor {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final List<String> allowedOrigins;

    /** @param allowedOrigins origins that may call all the same */
    SameSiteCalls(List<String> allowedOrigins) {
        this.allowedOrigins = allowedOrigins;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String origin = request.getHeader("Origin");
        boolean allowed = HARMLESS.contains(request.getMethod())
                || (origin != null && allowedOrigins.contains(origin))
                || sameSite(request.getHeader("Sec-Fetch-Site"), origin, request.getHeader("Host"));
        if (!allowed) {
            throw new ProblemException(ProblemType.CROSS_SITE_REQUEST, ProblemType.CROSS_SITE_REQUEST.remedy());
        }
        return true;
    }

    private static boolean sameSite(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin == null || (host != null && host.equalsIgnoreCase(authority(origin)));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
