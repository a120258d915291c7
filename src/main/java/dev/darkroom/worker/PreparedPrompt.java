package dev.darkroom.worker;

import dev.darkroom.torch.UNetContext;

/**
 * A prompt on a device, ready for every step of a run. Close it when the run is over; evaluations that are still
 * waiting are done first.
 */
public final class PreparedPrompt implements AutoCloseable {

    private final Lane lane;
    private final UNetContext context;

    PreparedPrompt(Lane lane, UNetContext context) {
        this.lane = lane;
        this.context = context;
    }

    UNetContext context() {
        return context;
    }

    /** Number of text tokens; prompts of one run must agree in it. */
    public int tokens() {
        return context.tokens();
    }

    @Override
    public void close() {
        lane.later(context::close);
    }
}
