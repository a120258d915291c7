package dev.darkroom.pipeline;

import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.util.List;

/** A request names a model that is not there; everything else in it may be right. */
public final class UnknownModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient FieldError error;
    private final transient List<String> near;

    public UnknownModelException(String message, List<String> near) {
        super(message);
        this.error = new FieldError("model", message);
        this.near = List.copyOf(near);
    }

    /** The message, as what is wrong with the field {@code model}. */
    public FieldError error() {
        return error;
    }

    /** Ids of models with a similar name, nearest first. */
    public List<String> near() {
        return near;
    }
}
