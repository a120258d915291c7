package dev.darkroom.image;

import dev.darkroom.generation.Size;

/** How an opaque picture of one aspect ratio comes into the frame of another without being distorted. */
public enum PictureFit {

    /** The frame is covered; what sticks out is cut off, as much on either side. */
    CROP {
        @Override
        public Picture fit(Picture picture, Size frame, ResampleFilter filter) {
            boolean asWide = aspect(frame) > aspect(picture.size());
            Picture covering = PictureResizer.resize(picture, scaled(picture.size(), frame, asWide), filter);
            int left = covering.size().width() / 2 - frame.width() / 2;
            int top = covering.size().height() / 2 - frame.height() / 2;
            return new CropRegion(left, top, left + frame.width(), top + frame.height()).of(covering);
        }
    },

    /** All of the picture is in the frame; its outermost rows or columns are continued into what is left. */
    FILL {
        @Override
        public Picture fit(Picture picture, Size frame, ResampleFilter filter) {
            boolean asWide = aspect(frame) < aspect(picture.size());
            Picture within = PictureResizer.resize(picture, scaled(picture.size(), frame, asWide), filter);
            int left = frame.width() / 2 - within.size().width() / 2;
            int top = frame.height() / 2 - within.size().height() / 2;
            // the filter of the edges is always this one in diffusers
            return PictureEdges.continued(within, frame, left, top, ResampleFilter.BICUBIC);
        }
    };

    /**
     * The picture in its frame.
     *
     * @param frame width and height of the result
     */
    public abstract Picture fit(Picture picture, Size frame, ResampleFilter filter);

    private static double aspect(Size size) {
        return (double) size.width() / size.height();
    }

    /** The picture's shape, as wide as the frame or as high as it. */
    private static Size scaled(Size picture, Size frame, boolean asWide) {
        return asWide
                ? new Size(frame.width(), length(picture.height(), frame.width(), picture.width()))
                : new Size(length(picture.width(), frame.height(), picture.height()), frame.height());
    }

    private static int length(int length, int to, int from) {
        return Math.max(1, (int) ((long) length * to / from));
    }
}
