package dev.darkroom.pipeline;

import java.util.List;

/** A request names a model that is not there; everything else in it may be right. */
public final class UnknownModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> near;

    public UnknownModelException(String message, List<String> near) {
        super(message);
        this.near = List.copyOf(near);
    }

    /** Ids of models with a similar name, nearest first. */
    public List<String> near() {
        return near;
    }
}
