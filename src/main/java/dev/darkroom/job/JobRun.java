package dev.darkroom.job;

import dev.darkroom.pipeline.GenerationMonitor;

/**
 * What one attempt works with; closed when the attempt is over.
 *
 * @param signal stops it
 * @param checkpoint keeps what it computed
 * @param monitor what the generator sees
 * @param end takes it off the list of running jobs
 */
record JobRun(StopSignal signal, Checkpoint checkpoint, GenerationMonitor monitor, Runnable end)
        implements AutoCloseable {

    @Override
    public void close() {
        end.run();
    }
}
