package dev.darkroom.evaluation;

/** Hears how far an evaluation is, and may end it. */
public interface EvaluationMonitor {

    /** Whether it shall end with what it has; asked between pictures. */
    boolean stopRequested();

    /**
     * Something is done.
     *
     * @param what is being done
     * @param done pictures of it, up to {@code all}
     */
    void progress(String what, int done, int all);
}
