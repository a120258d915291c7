package dev.darkroom.training.stage;

import dev.darkroom.text.ClipTokenizer;

/**
 * Captions as a text encoder reads them.
 *
 * @param tokenizer of the model
 */
record CaptionIds(ClipTokenizer tokenizer) {

    /** Ids of a text's tokens, as many as the tokenizer has at most. */
    float[] of(String text) {
        int[] ids = tokenizer.tokenize(text).ids();
        float[] numbers = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            numbers[i] = ids[i];
        }
        return numbers;
    }
}
