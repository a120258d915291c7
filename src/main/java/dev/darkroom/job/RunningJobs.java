package dev.darkroom.job;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs that run in this process, for what need not go through the database. Thread-safe. */
final class RunningJobs {

    private final ConcurrentHashMap<UUID, Running> jobs = new ConcurrentHashMap<>();

    void add(UUID id, Running running) {
        jobs.put(id, running);
    }

    void remove(UUID id, Running running) {
        jobs.remove(id, running);
    }

    /** Stops the job if it runs here. */
    void stop(UUID id, StopReason reason) {
        Optional.ofNullable(jobs.get(id)).ifPresent(running -> running.signal().stop(reason));
    }

    /** How far the job is at this moment; empty if it does not run here. */
    Optional<Job.Progress> progress(UUID id) {
        return Optional.ofNullable(jobs.get(id))
                .map(running -> running.progress().current());
    }

    int count() {
        return jobs.size();
    }

    /**
     * @param signal stops it
     * @param progress how far it is
     */
    record Running(StopSignal signal, ProgressReport progress) {}
}
