/**
 * What is trained: for each stage the batches, the first weights, the measure of quality and what comes out.
 */
@NullMarked
package dev.darkroom.training.stage;

import org.jspecify.annotations.NullMarked;
