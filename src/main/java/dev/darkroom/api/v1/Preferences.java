package dev.darkroom.api.v1;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client prefers (RFC 7240). What is not understood is ignored, as the RFC asks.
 *
 * @param patience longest wait for the result, empty if nothing was said
 */
record Preferences(Optional<Duration> patience) {

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?");
    private static final Pattern ASYNC = Pattern.compile("respond-async\\s*(;.*)?");

    /** Reads the values of all {@code Prefer} headers. The first wait counts; {@code respond-async} alone is a wait of 0. */
    static Preferences of(List<String> headers) {
        List<String> preferences = headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(preference -> preference.strip().toLowerCase(Locale.ROOT))
                .toList();
        Optional<Duration> wait = preferences.stream()
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                .findFirst();
        boolean async = preferences.stream().anyMatch(ASYNC.asMatchPredicate());
        return new Preferences(wait.or(() -> async ? Optional.of(Duration.ZERO) : Optional.empty()));
    }
}
