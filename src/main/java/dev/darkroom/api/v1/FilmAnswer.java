package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.Quoted;
import dev.darkroom.image.Film;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/** Films as answers: in the format that is asked for, made only for who does not have them yet, and never changing. */
final class FilmAnswer {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
    private static final int SHORTEST = 20;
    private static final int LONGEST = 2000;

    private FilmAnswer() {}

    /** The format that is asked for by its name or by Accept; the name goes first. */
    static Film.Format format(@Nullable String wanted, HttpServletRequest request) {
        if (wanted != null && !wanted.isEmpty()) {
            return one("format", wanted, Film.Format.values());
        }
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        Film.Format best = null;
        double bestQuality = 0;
        for (Film.Format format : Film.Format.values()) {
            MediaType type = MediaType.parseMediaType(format.mediaType());
            double quality =
                    Accepted.of(headers).map(accepted -> accepted.quality(type)).orElse(0.0);
            if (quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "this address can give image/png, image/gif and image/webp; change Accept");
        }
        return best;
    }

    /** The constant of a name. */
    static <E extends Enum<E>> E one(String field, String wanted, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> JobViews.name(constant).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        field,
                        "is " + Quoted.of(wanted) + "; give one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(constants)
                                                .map(JobViews::name)
                                                .toList())));
    }

    /** How long each frame is shown. */
    static void checkPace(int frameMillis) {
        within("frame_ms", frameMillis, SHORTEST, LONGEST);
    }

    static void within(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidRequestException(
                    field, "is " + value + "; give a whole number from " + low + " to " + high);
        }
    }

    /**
     * The file, or that the client has it already.
     *
     * @param variant what tells it from any other
     * @param name of the file
     */
    static ResponseEntity<byte[]> of(
            String variant, String name, MediaType type, Supplier<byte[]> file, ServletWebRequest call) {
        String etag = '"' + variant + '"';
        if (call.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).cacheControl(FOREVER).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(FOREVER)
                .varyBy(HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(type)
                .body(file.get());
    }
}
