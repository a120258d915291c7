package dev.darkroom.generation;

import java.util.List;
import java.util.stream.Collectors;

/** The request cannot be carried out as it stands; each error names a field and says what to do. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public InvalidRequestException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidRequestException(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    /** All errors found, at least one. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * One thing that is wrong.
     *
     * @param field name of the request field, as the client spells it
     * @param message what is wrong and what would be right
     */
    public record FieldError(String field, String message) {

        @Override
        public String toString() {
            return field + ": " + message;
        }
    }
}
