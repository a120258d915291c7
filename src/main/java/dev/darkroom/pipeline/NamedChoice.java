package dev.darkroom.pipeline;

import java.util.List;

/**
 * A sampler or a schedule as a client sees it.
 *
 * @param name canonical name
 * @param aliases other spellings, among them those of diffusers and webui
 * @param description one sentence
 */
public record NamedChoice(String name, List<String> aliases, String description) {}
