package dev.darkroom.torch;

/** What may change the bytes of a row's result. */
public enum Batching {
    /** Each image's rows are evaluated by themselves: on a CPU their result does not depend on other jobs. */
    INVARIANT,
    /** All rows are one batch: fewer, larger kernels; a result may change in its last bits with the batch. */
    THROUGHPUT
}
