package dev.darkroom.job;

import java.util.UUID;

/** Tells listeners that a job has new rows to read. A hint only: the rows are the truth. Thread-safe. */
interface EventBus {

    /** Called after the commit of a change; runs the job's listeners. */
    void publish(UUID job);

    /** Runs all listeners, for changes that came by another way. */
    void publishAll();

    /** Runs {@code onNews}, which must not block, at each change of the job until the registration is closed. */
    Registration listen(UUID job, Runnable onNews);

    /** Closing it twice does no harm. */
    interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
