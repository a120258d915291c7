/**
 * What a run leaves behind in the layouts that others read.
 */
@NullMarked
package dev.darkroom.training.export;

import org.jspecify.annotations.NullMarked;
