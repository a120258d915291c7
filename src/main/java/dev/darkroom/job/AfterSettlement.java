package dev.darkroom.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tidies up once an attempt is written down: pictures that do not count go, the end is counted. Thread-safe. */
final class AfterSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(AfterSettlement.class);

    private final JobRows rows;
    private final ResultPictures pictures;
    private final JobMetrics metrics;

    AfterSettlement(JobRows rows, ResultPictures pictures, JobMetrics metrics) {
        this.rows = rows;
        this.pictures = pictures;
        this.metrics = metrics;
    }

    /** The attempt under this lease is over. */
    void settled(Lease lease, Settled settled) {
        switch (settled) {
            case ENDED -> rows.find(lease.id()).map(StoredJob::job).ifPresent(job -> ended(lease, job));
            case LEASE_LOST -> pictures.deleteOf(lease);
            case LEFT -> LOG.debug("Back in the queue");
        }
    }

    private void ended(Lease lease, Job job) {
        LOG.info("{} after {} attempts", job.state(), job.attempts());
        metrics.ended(job.state(), job.times().created());
        if (job.state() == JobState.SUCCEEDED) {
            pictures.deleteOthers(lease);
        } else {
            pictures.deleteAll(lease.id());
        }
    }
}
