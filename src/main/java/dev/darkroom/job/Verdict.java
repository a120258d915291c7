package dev.darkroom.job;

/** What follows from an attempt; carried out once the attempt is over. */
interface Verdict {

    /** Writes it down, within a transaction. */
    Settled settle(Settlement settlement);
}
