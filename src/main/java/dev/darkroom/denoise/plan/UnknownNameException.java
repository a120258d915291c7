package dev.darkroom.denoise.plan;

import java.util.List;

/** No sampler or schedule has that name. */
public final class UnknownNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<String> near;

    UnknownNameException(String kind, String name, List<String> near) {
        super("no " + kind + " is called \"" + name + "\"; near names are " + String.join(", ", near));
        this.near = List.copyOf(near);
    }

    /** Canonical names that look alike, best first. */
    public List<String> near() {
        return near;
    }
}
