package dev.darkroom.text;

import java.util.List;

/**
 * A prompt of any length as rows that a text encoder reads one by one.
 *
 * @param chunks at least one
 * @param tokens ids of the prompt; every chunk but the last counts as full
 */
record ChunkedPrompt(List<Chunk> chunks, int tokens) {}
