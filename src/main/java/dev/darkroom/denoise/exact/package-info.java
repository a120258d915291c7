/**
 * Data about which everything is known, so that a sampler's error is known too.
 */
@NamedInterface("exact")
@NullMarked
package dev.darkroom.denoise.exact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
