package dev.darkroom.text;

import dev.darkroom.torch.TextConditioning;
import java.util.Optional;

/**
 * A prompt as the networks read it.
 *
 * @param conditioning hidden states of the text encoder
 * @param warning a sentence for the user if the prompt was too long
 */
public record Encoding(TextConditioning conditioning, Optional<String> warning) {}
