/** The description of the API: OpenAPI and Swagger UI. */
@NullMarked
package dev.darkroom.api.docs;

import org.jspecify.annotations.NullMarked;
