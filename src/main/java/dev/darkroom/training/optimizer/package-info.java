/**
 * How far a step goes: learning rates over time, which weights decay, how the average follows.
 */
@NullMarked
package dev.darkroom.training.optimizer;

import org.jspecify.annotations.NullMarked;
