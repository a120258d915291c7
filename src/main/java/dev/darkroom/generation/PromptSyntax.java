package dev.darkroom.generation;

/** How the text of a prompt is read. */
public enum PromptSyntax {
    /** The language of stable-diffusion-webui: attention, editing, compositions, any length. */
    WEBUI,
    /** As it stands, cut where the text encoder ends: what diffusers does. */
    PLAIN
}
