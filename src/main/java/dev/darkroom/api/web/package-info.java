/** Around every call: trace id, security headers, origin of the caller, body and connection limits. */
@NullMarked
package dev.darkroom.api.web;

import org.jspecify.annotations.NullMarked;
