package dev.darkroom.pipeline;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/** Small pictures and masks for requests, as base64. */
final class MaskPictures {

    private MaskPictures() {}

    /** A soft run of colours. */
    static Picture colours(int width, int height) {
        byte[] samples = new byte[width * height * 3];
        for (int i = 0; i < samples.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            samples[i] = (byte) (40 + (i % 3 == 0 ? 150 * x / width : i % 3 == 1 ? 150 * y / height : 90));
        }
        return Picture.rgb(new Size(width, height), samples);
    }

    /** White within a box. */
    static Picture box(int width, int height, int left, int top, int right, int bottom) {
        return gray(width, height, (x, y) -> x >= left && x < right && y >= top && y < bottom ? 255 : 0);
    }

    static Picture gray(int width, int height, IntBinaryOperator values) {
        byte[] samples = new byte[width * height * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) values.applyAsInt(i / 3 % width, i / 3 / width);
        }
        return Picture.rgb(new Size(width, height), samples);
    }

    /** The colours, transparent within a box. */
    static Picture holed(int width, int height, int left, int top, int right, int bottom) {
        Picture colours = colours(width, height);
        byte[] samples = new byte[width * height * 4];
        for (int i = 0; i < width * height; i++) {
            System.arraycopy(colours.samples(), 3 * i, samples, 4 * i, 3);
            int x = i % width;
            int y = i / width;
            samples[4 * i + 3] = (byte) (x >= left && x < right && y >= top && y < bottom ? 0 : 255);
        }
        return Picture.rgba(new Size(width, height), samples);
    }

    static byte[] png(Picture picture) {
        return new PictureEncoder().encode(picture, ImageFormat.PNG, 90, Map.of());
    }

    static String inline(Picture picture) {
        return Base64.getEncoder().encodeToString(png(picture));
    }
}
