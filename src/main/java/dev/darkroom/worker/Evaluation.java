package dev.darkroom.worker;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The rows of one image that wait for a network: conditional and unconditional together.
 *
 * @param key what it can be merged with
 * @param rows inputs
 * @param result one output a row; completed on the lane's thread
 */
record Evaluation(BatchKey key, List<BatchedNetwork.Row> rows, CompletableFuture<List<float[]>> result)
        implements Lane.Work {

    Evaluation(BatchKey key, List<BatchedNetwork.Row> rows) {
        this(key, rows, new CompletableFuture<>());
    }
}
