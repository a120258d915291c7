package dev.darkroom.api.json;

import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A body that was read.
 *
 * @param value the record
 * @param sha256 of the bytes that were sent, lower-case hex
 * @param errors what did not fit
 */
public record SentBody<T extends Record>(T value, String sha256, List<FieldError> errors) {

    /**
     * What the record means.
     *
     * @param resolver makes it complete, or says everything that is wrong with it
     * @throws InvalidRequestException with everything that did not fit and that is wrong
     */
    public <R> R resolved(Function<T, R> resolver) {
        List<FieldError> found = new ArrayList<>(errors);
        try {
            R resolved = resolver.apply(value);
            return errors.isEmpty() ? resolved : invalid(found);
        } catch (InvalidRequestException e) {
            List<String> known = errors.stream().map(FieldError::field).toList();
            e.errors().stream().filter(error -> !known.contains(error.field())).forEach(found::add);
            return invalid(found);
        }
    }

    private static <R> R invalid(List<FieldError> errors) {
        throw new InvalidRequestException(errors);
    }

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
