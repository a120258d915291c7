package dev.darkroom.worker;

import dev.darkroom.torch.UNetContext;

/**
 * A condition on a device, ready for every step of a run. Close it when the run is over; evaluations that are still
 * waiting are done first.
 */
public final class PreparedCondition implements AutoCloseable {

    private final Lane lane;
    private final UNetContext context;

    PreparedCondition(Lane lane, UNetContext context) {
        this.lane = lane;
        this.context = context;
    }

    UNetContext context() {
        return context;
    }

    /** Number of text tokens; conditions of one batch must agree in it. */
    public int tokens() {
        return context.tokens();
    }

    @Override
    public void close() {
        lane.later(context::close);
    }
}
