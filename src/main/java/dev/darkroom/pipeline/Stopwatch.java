package dev.darkroom.pipeline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Wall-clock time by stage; where several images are in a stage at once, from the first's begin to the last's end. Thread-safe. */
final class Stopwatch {

    /** The stages of a run. */
    enum Stage {
        TEXT,
        DENOISE,
        DECODE,
        ENCODE
    }

    private final Map<Stage, long[]> spans = new EnumMap<>(Stage.class);

    /** Begins a stage; close what it gives at the end. */
    Running start(Stage stage) {
        long begin = System.nanoTime();
        return () -> add(stage, begin, System.nanoTime());
    }

    private synchronized void add(Stage stage, long begin, long end) {
        spans.merge(stage, new long[] {begin, end}, (known, fresh) ->
                new long[] {Math.min(known[0], fresh[0]), Math.max(known[1], fresh[1])});
    }

    /** What was measured. */
    synchronized Generation.Timings timings() {
        return new Generation.Timings(of(Stage.TEXT), of(Stage.DENOISE), of(Stage.DECODE), of(Stage.ENCODE));
    }

    private Duration of(Stage stage) {
        long[] span = spans.get(stage);
        return span == null ? Duration.ZERO : Duration.ofNanos(span[1] - span[0]);
    }

    /** A stage that runs. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
