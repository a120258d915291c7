/**
 * The queue that never loses a job: accepted in one transaction, leased, retried, cancelled, its events
 * replayed.
 */
@ApplicationModule(allowedDependencies = {"generation", "image", "imagestore", "pipeline"})
@NullMarked
package dev.darkroom.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
