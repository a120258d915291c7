package dev.darkroom.image;

import java.util.List;

/**
 * Pictures of one size that are shown one after the other, for ever.
 *
 * @param frames at least one
 * @param frameMillis how long each is shown, 10 to 65,535
 * @param lastMillis how long the last one is shown, 10 to 65,535
 */
public record Film(List<Picture> frames, int frameMillis, int lastMillis) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 65_535;

    public Film {
        frames = List.copyOf(frames);
        if (frames.stream().map(Picture::size).distinct().count() != 1) {
            throw new IllegalArgumentException("a film has at least one frame, and all have one size");
        }
        if (Math.min(frameMillis, lastMillis) < SHORTEST || Math.max(frameMillis, lastMillis) > LONGEST) {
            throw new IllegalArgumentException("a frame is shown " + SHORTEST + " to " + LONGEST + " ms");
        }
    }

    /** How long frame {@code i} is shown. */
    int millis(int i) {
        return i == frames.size() - 1 ? lastMillis : frameMillis;
    }

    /** File formats of films. */
    public enum Format {
        /** Animated PNG: true colours, without loss. */
        PNG("image/png", "png") {
            @Override
            byte[] encode(Film film) {
                return AnimatedPng.encode(film);
            }
        },
        /** 256 colours a frame; shown everywhere. */
        GIF("image/gif", "gif") {
            @Override
            byte[] encode(Film film) {
                return AnimatedGif.encode(film);
            }
        },
        /** Small. */
        WEBP("image/webp", "webp") {
            @Override
            byte[] encode(Film film) {
                return AnimatedWebp.encode(film);
            }
        };

        private final String mediaType;
        private final String extension;

        Format(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        /** The media type, for example {@code image/gif}. */
        public String mediaType() {
            return mediaType;
        }

        /** What the name of a file ends with. */
        public String extension() {
            return extension;
        }

        abstract byte[] encode(Film film);
    }

    /** The film as a file; equal films give equal bytes. */
    public byte[] encode(Format format) {
        return format.encode(this);
    }
}
