/** Ordinary differential equations in double, with steps chosen from an error estimate. */
@NamedInterface("ode")
@NullMarked
package dev.darkroom.denoise.ode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
