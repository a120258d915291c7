package dev.darkroom.training.data;

import java.util.ArrayList;
import java.util.List;

/** Holds examples of which any may be drawn next. Bounded by number and by bytes. Not thread-safe. */
final class ShuffleBuffer {

    /**
     * @param examples most examples held, at least 1
     * @param bytes most bytes held; one example more may exceed it
     */
    record Bounds(int examples, long bytes) {

        private static final long DEFAULT_BYTES = 512L << 20;

        Bounds {
            if (examples < 1) {
                throw new IllegalArgumentException("a buffer holds at least one example, not " + examples);
            }
        }

        static Bounds of(int examples) {
            return new Bounds(examples, DEFAULT_BYTES);
        }
    }

    private final Bounds bounds;
    private final Dice dice;
    private final List<RawExample> held = new ArrayList<>();
    private long bytes;

    ShuffleBuffer(Bounds bounds, Dice dice) {
        this.bounds = bounds;
        this.dice = dice;
    }

    boolean full() {
        return held.size() >= bounds.examples() || bytes >= bounds.bytes();
    }

    boolean empty() {
        return held.isEmpty();
    }

    void add(RawExample example) {
        held.add(example);
        bytes += example.bytes();
    }

    /** Takes one out; there must be one. */
    RawExample draw() {
        int index = dice.below(held.size());
        RawExample last = held.remove(held.size() - 1);
        RawExample drawn = index == held.size() ? last : held.set(index, last);
        bytes -= drawn.bytes();
        return drawn;
    }
}
