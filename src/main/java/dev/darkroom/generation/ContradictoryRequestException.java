package dev.darkroom.generation;

import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** Every field of the request is fine, but some make no sense together; each error names the field that has to go. */
public final class ContradictoryRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public ContradictoryRequestException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** All contradictions found, at least one. */
    public List<FieldError> errors() {
        return errors;
    }
}
