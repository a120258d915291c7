/**
 * The prompt language of stable-diffusion-webui, as plain text to values: comments, extra networks, compositions
 * ({@code AND}), schedules ({@code [from:to:when]}, {@code [a|b]}), attention ({@code (a:1.3)}), in this order. Nothing
 * here knows a tokenizer or a network, and no text is an error: what does not follow the rules is plain text, and
 * {@link dev.darkroom.text.prompt.SyntaxSlip} says so.
 */
@NamedInterface("prompt")
@NullMarked
package dev.darkroom.text.prompt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
