package dev.darkroom.pipeline;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a request gave.
 *
 * @param images in order of their index
 * @param films of the pictures' runs, if the request asked for them; in order of their index
 * @param timings where the time went
 * @param warnings what the user should know: a truncated prompt, an ignored field
 * @param report what was found out, by name: an estimated noise level, how near an inversion came
 */
public record Generation(
        List<Image> images, List<Film> films, Timings timings, List<String> warnings, Map<String, Double> report) {

    /** Bytes of all files. */
    public long bytes() {
        return images.stream().mapToLong(image -> image.bytes().length).sum()
                + films.stream().mapToLong(film -> film.bytes().length).sum();
    }

    /**
     * How a picture came about: frames of its run.
     *
     * @param index of the picture
     * @param size of a frame in pixels
     * @param steps how many steps had been taken at each frame
     * @param bytes a PNG with a row for each frame, the noisy latent on the left, the network's guess of the clean one on
     *     the right; owned by the receiver
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Film(int index, Size size, List<Integer> steps, byte[] bytes) {}

    /**
     * One finished picture.
     *
     * @param index 0 to count - 1
     * @param seed the seed of this picture
     * @param size in pixels
     * @param format file format of the bytes
     * @param bytes the encoded file; owned by the receiver
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Image(int index, long seed, Size size, ImageFormat format, byte[] bytes) {}

    /**
     * Wall-clock time of the stages.
     *
     * @param text prompt to conditioning
     * @param denoise the sampler's loop, all pictures
     * @param decode latent to pixels
     * @param encode pixels to files
     */
    public record Timings(Duration text, Duration denoise, Duration decode, Duration encode) {}
}
