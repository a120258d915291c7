package dev.darkroom.worker;

import java.util.List;

/** A network that takes rows of several images in one call. Called on the lane's thread only. */
interface BatchedNetwork {

    /**
     * Evaluates all rows.
     *
     * @return one output a row, in the same order
     */
    List<float[]> evaluate(List<Row> rows);

    /** One input row; what it holds is the network's business. */
    interface Row {}
}
