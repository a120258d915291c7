package dev.darkroom.image;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, reading it gives a picture or the one exception that says what is wrong. */
class PictureFuzzTest {

    private final PictureDecoder decoder = new PictureDecoder(ImageLimits.defaults());

    @Property(tries = 4000)
    void damagedFilesAreRefusedOrRead(@ForAll("names") String name, @ForAll long seed) {
        readOrRefuse(mutated(Samples.file("pictures/" + name), new Random(seed)));
    }

    @Property(tries = 1000)
    void anythingBehindASignatureIsRefusedOrRead(@ForAll("names") String name, @ForAll byte[] rest) {
        byte[] start = Arrays.copyOf(Samples.file("pictures/" + name), 24);
        byte[] file = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, file, start.length, rest.length);
        readOrRefuse(file);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(List.of(
                "rgb.png",
                "rgba.png",
                "gray16.png",
                "palette-transparent.png",
                "texts.png",
                "orientation-6.png",
                "rgb.jpg",
                "progressive.jpg",
                "gray.jpg",
                "cmyk.jpg",
                "orientation-6.jpg",
                "icc.jpg",
                "lossless.webp",
                "lossy.webp",
                "rgba.webp",
                "animation.webp",
                "animation-alpha.webp",
                "rgb.gif",
                "rgb.bmp",
                "palette.bmp"));
    }

    private void readOrRefuse(byte[] file) {
        try {
            decoder.decode(file);
        } catch (UnreadablePictureException e) {
            // what a damaged file is to end in; everything else fails the property
        }
        try {
            PngText.read(file);
        } catch (UnreadablePictureException e) {
            // likewise
        }
    }

    /** Changes a few bytes, early ones more often, and cuts or repeats parts; PNG checksums are put right again. */
    private static byte[] mutated(byte[] file, Random random) {
        byte[] bytes = file.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int range = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
            bytes[random.nextInt(range)] = random.nextInt(3) == 0 ? (byte) 0xFF : (byte) random.nextInt();
        }
        if (random.nextInt(4) == 0) {
            int from = random.nextInt(bytes.length);
            int length = random.nextInt(bytes.length - from);
            System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - length), length);
        }
        if (random.nextInt(4) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length * 2));
        }
        PngChecksums.correct(bytes);
        return bytes;
    }
}
