/**
 * The mathematics of the figures: proportions with their intervals, distances between sets of features, likeness of
 * pictures. Plain Java on arrays.
 */
@NamedInterface("figure")
@NullMarked
package dev.darkroom.evaluation.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
