package dev.darkroom.model;

/** There is no model of this id. */
public final class UnknownModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownModelException(String id) {
        super("there is no model '" + id + "'");
    }
}
