/** Strict reading of request bodies: unknown fields, wrong types and oversized bodies are found and named. */
@NullMarked
package dev.darkroom.api.json;

import org.jspecify.annotations.NullMarked;
