package dev.darkroom.pipeline;

import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
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

    /** There is no model of this id among those of {@code ids}. */
    static UnknownModelException of(String wanted, List<String> ids) {
        String message = "there is no model " + Quoted.of(wanted) + NearNames.hint(wanted, ids)
                + "; GET /api/v1/models lists them all";
        return new UnknownModelException(message, NearNames.of(wanted, ids, 3));
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
