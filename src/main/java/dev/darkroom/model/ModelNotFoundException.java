package dev.darkroom.model;

/** There is no model of this id. */
public final class ModelNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelNotFoundException(String id) {
        super("there is no model '" + id + "'");
    }
}
