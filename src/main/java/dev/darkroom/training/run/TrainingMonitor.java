package dev.darkroom.training.run;

import java.util.Map;

/** Hears how a run goes, and may ask it to stop. */
public interface TrainingMonitor {

    /** After every update. */
    void progress(TrainingProgress progress);

    /** After an evaluation. */
    void evaluated(long step, Map<String, Double> figures);

    /** Whether the run shall save and end. */
    boolean stopRequested();
}
