/**
 * The networks: TorchScript sources, the archives they are packed into, weights handed over without a copy,
 * devices, precision. The only package that touches DJL.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.darkroom.torch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
