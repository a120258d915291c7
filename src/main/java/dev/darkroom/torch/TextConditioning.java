package dev.darkroom.torch;

import org.jspecify.annotations.Nullable;

/**
 * What one row of a UNet evaluation is conditioned on. Arrays are read only.
 *
 * @param tokens number of text tokens, T
 * @param hidden text hidden states, [T, D] flattened
 * @param mask one number a token, 1 keep, 0 drop; null keeps all
 * @param pooled pooled text embedding, [P] (SDXL); null if the network has none
 * @param timeIds micro-conditioning, 6 or 5 numbers (SDXL); null if the network has none
 * @param guidance embedded guidance scale, [G] (LCM); null if the network has none
 */
@SuppressWarnings("ArrayRecordComponent")
public record TextConditioning(
        int tokens,
        float[] hidden,
        float @Nullable [] mask,
        float @Nullable [] pooled,
        float @Nullable [] timeIds,
        float @Nullable [] guidance)
        implements Condition {

    /** Conditioning on text alone. */
    public static TextConditioning of(int tokens, float[] hidden) {
        return new TextConditioning(tokens, hidden, null, null, null, null);
    }

    /**
     * A conditioning on the straight line to another one of as many tokens.
     *
     * @param share 0 (this one) to 1 (the other)
     */
    public TextConditioning towards(TextConditioning other, double share) {
        return new TextConditioning(
                tokens,
                mixed(hidden, other.hidden, share),
                mask,
                pooled == null || other.pooled == null ? pooled : mixed(pooled, other.pooled, share),
                timeIds,
                guidance);
    }

    private static float[] mixed(float[] from, float[] to, double share) {
        float[] mixed = new float[from.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) ((1 - share) * from[i] + share * to[i]);
        }
        return mixed;
    }

    public TextConditioning withMask(float[] newMask) {
        return new TextConditioning(tokens, hidden, newMask, pooled, timeIds, guidance);
    }

    public TextConditioning withAdded(float[] newPooled, float[] newTimeIds) {
        return new TextConditioning(tokens, hidden, mask, newPooled, newTimeIds, guidance);
    }

    public TextConditioning withGuidance(float[] newGuidance) {
        return new TextConditioning(tokens, hidden, mask, pooled, timeIds, newGuidance);
    }
}
