/** Darkroom's own HTTP API, version 1: pictures, jobs, events, and what can be asked for. */
@NullMarked
package dev.darkroom.api.v1;

import org.jspecify.annotations.NullMarked;
