package dev.darkroom.text;

/**
 * A prompt as a row of token ids.
 *
 * @param ids start, at most {@code ids.length - 2} ids of the prompt, end, padding; read only
 * @param leftOut the end of the prompt that did not fit, in normalised text, from the first word that is not there in
 *     full; empty if all of it fits
 */
@SuppressWarnings("ArrayRecordComponent")
public record TokenizedPrompt(int[] ids, String leftOut) {

    public boolean truncated() {
        return !leftOut.isEmpty();
    }
}
