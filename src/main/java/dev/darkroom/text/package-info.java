/**
 * From prompt to conditioning: tokenizer and text encoders.
 */
@ApplicationModule(allowedDependencies = {"generation", "torch"})
@NullMarked
package dev.darkroom.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
