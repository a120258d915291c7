package dev.darkroom.pipeline;

import org.jspecify.annotations.Nullable;

/** Films are larger than pictures, so few pictures of a request can have one. */
class TrajectoryCheck {

    /** Pictures of a request with films. */
    static final int MOST_PICTURES = 4;

    private final FieldCheck check;

    TrajectoryCheck(FieldCheck check) {
        this.check = check;
    }

    boolean trajectory(@Nullable Boolean asked, int count) {
        if (asked == null || !asked) {
            return false;
        }
        if (count > MOST_PICTURES) {
            check.error("trajectory", "is kept for at most " + MOST_PICTURES + " pictures, not " + count);
        }
        return true;
    }
}
