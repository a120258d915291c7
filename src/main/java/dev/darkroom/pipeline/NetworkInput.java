package dev.darkroom.pipeline;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the rows of a network call see of an image: the latent, scaled, and for models with a purpose further channels
 * after it, which are not. Rows that see the same hold one array.
 */
@FunctionalInterface
interface NetworkInput {

    /**
     * The inputs of a call.
     *
     * @param latent [channels, height, width] flattened; not changed
     * @param rows how many, in the order of the guidance's conditions
     */
    List<float[]> of(float[] latent, int rows);

    /** The latent alone. */
    static NetworkInput latentAlone() {
        return (latent, rows) -> Collections.nCopies(rows, latent);
    }

    /**
     * An inpainting model's: mask, then the latent of the picture without what the mask covers.
     *
     * @param mask [height, width] flattened, 1 where it is painted
     * @param rest [channels, height, width] flattened
     */
    static NetworkInput inpainting(float[] mask, float[] rest) {
        float[] further = joined(mask, rest);
        return (latent, rows) -> Collections.nCopies(rows, joined(latent, further));
    }

    /**
     * An editing model's: the picture's latent; of three rows, which are guided by text and picture, by the picture and by
     * neither, the last sees zeros in its place.
     *
     * @param picture [channels, height, width] flattened
     */
    static NetworkInput editing(float[] picture) {
        float[] nothing = new float[picture.length];
        return (latent, rows) -> {
            float[] shown = joined(latent, picture);
            return rows == 3 ? List.of(shown, shown, joined(latent, nothing)) : Collections.nCopies(rows, shown);
        };
    }

    private static float[] joined(float[] first, float[] second) {
        float[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
