package dev.darkroom.api.v1;

import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What a client takes (RFC 9110, section 12.5.1).
 *
 * @param ranges of media types, each with its quality
 */
record Accepted(List<MediaType> ranges) {

    /** Reads the values of all {@code Accept} headers; without any, everything is taken. Empty if they are no media types. */
    static Optional<Accepted> of(List<String> headers) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(headers);
            return Optional.of(new Accepted(ranges.isEmpty() ? List.of(MediaType.ALL) : ranges));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    /** How much this type is wanted: 0 for not at all, to 1. The closest range counts. */
    double quality(MediaType type) {
        MediaType closest = null;
        for (MediaType range : ranges) {
            if (range.includes(type) && (closest == null || range.isMoreSpecific(closest))) {
                closest = range;
            }
        }
        return closest == null ? 0 : closest.getQualityValue();
    }
}
