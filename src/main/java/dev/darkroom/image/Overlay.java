package dev.darkroom.image;

/** Lays what was painted over the picture it was painted for. */
public final class Overlay {

    private static final int OPAQUE = 255;

    private Overlay() {}

    /**
     * The picture with the painted part in it. Where the opacity is 0, and outside the region, every pixel is the
     * source's own.
     *
     * @param source opaque
     * @param painted opaque, of the region's size
     * @param region where it goes
     * @param opacity of the painted part, for each pixel of the source
     */
    public static Picture of(Picture source, Picture painted, CropRegion region, Mask opacity) {
        int channels = source.channels();
        byte[] samples = source.samples().clone();
        int from = 0;
        for (int y = region.top(); y < region.bottom(); y++) {
            for (int x = region.left(); x < region.right(); x++) {
                int share = opacity.at(x, y);
                int to = (y * source.size().width() + x) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    int over = (painted.samples()[from++] & 0xFF) * share;
                    int under = (samples[to + channel] & 0xFF) * (OPAQUE - share);
                    samples[to + channel] = (byte) ((over + under + OPAQUE / 2) / OPAQUE);
                }
            }
        }
        return Picture.rgb(source.size(), samples);
    }
}
