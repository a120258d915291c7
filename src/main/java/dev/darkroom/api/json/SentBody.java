package dev.darkroom.api.json;

import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.util.List;

/**
 * A body that was read.
 *
 * @param value the record
 * @param sha256 of the bytes that were sent, lower-case hex
 * @param errors what did not fit
 */
public record SentBody<T extends Record>(T value, String sha256, List<FieldError> errors) {

    /**
     * The record, if everything fitted.
     *
     * @throws InvalidRequestException if not
     */
    public T orThrow() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return value;
    }
}
