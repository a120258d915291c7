/**
 * Where pictures lie: results and inputs as files with signed, expiring URLs.
 */
@ApplicationModule(allowedDependencies = {"generation"})
@NullMarked
package dev.darkroom.imagestore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
