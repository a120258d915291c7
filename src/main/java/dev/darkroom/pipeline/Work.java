package dev.darkroom.pipeline;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is to be done for a request. A value that all its images share.
 *
 * @param passes that each image takes
 * @param finish what becomes of the decoded picture
 * @param warnings what the user should know
 */
record Work(List<Pass> passes, UnaryOperator<Picture> finish, List<String> warnings) {

    /** Passes whose last picture is the result. */
    static Work of(List<Pass> passes) {
        return new Work(passes, UnaryOperator.identity(), List.of());
    }

    /** The same whose pictures have this size; only cells have another one when they are painted, and stay sharp. */
    Work sized(Size size) {
        return new Work(
                passes,
                picture -> PictureResizer.resize(finish.apply(picture), size, ResampleFilter.NEAREST),
                warnings);
    }

    /** The same with other warnings. */
    Work with(List<String> other) {
        return new Work(passes, finish, other);
    }
}
