/**
 * Plots good enough for a slide: panels of curves on one sheet, as SVG or PNG, and the sheets that show schedules.
 * Alone touches the plotting library.
 */
@ApplicationModule(allowedDependencies = {"denoise", "denoise :: *", "generation", "image"})
@NullMarked
package dev.darkroom.plot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
