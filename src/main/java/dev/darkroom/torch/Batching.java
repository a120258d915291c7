package dev.darkroom.torch;

/** What may change the bytes of a row's result. */
public enum Batching {
    /** Each row is evaluated by itself: on a CPU its result does not depend on the rows beside it. */
    INVARIANT,
    /** All rows are one batch: fewer, larger kernels; a result may change in its last bits with the batch. */
    THROUGHPUT
}
