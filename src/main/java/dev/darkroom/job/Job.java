package dev.darkroom.job;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands at one moment.
 *
 * @param id UUIDv7
 * @param state where it stands
 * @param request what is made
 * @param times when what happened
 * @param progress how far it is
 * @param queue its place while QUEUED, else null
 * @param result what it gave; empty lists before the end
 * @param attempts how often a worker began it
 * @param error why it did not succeed, else null
 * @param labels the client's own key-value pairs
 */
public record Job(
        UUID id,
        JobState state,
        GenerationRequest request,
        Times times,
        Progress progress,
        @Nullable QueuePlace queue,
        Result result,
        int attempts,
        @Nullable Failure error,
        Map<String, String> labels) {

    /**
     * @param created when it was accepted
     * @param started when a worker first began it
     * @param finished when it reached a terminal state
     */
    public record Times(
            Instant created,
            @Nullable Instant started,
            @Nullable Instant finished) {}

    /**
     * @param step finished denoising steps over all pictures
     * @param steps steps in all
     * @param eta estimated time to the end, null while unknown
     */
    public record Progress(int step, int steps, @Nullable Duration eta) {

        /** 0 to 1. */
        public double fraction() {
            return steps == 0 ? 0 : (double) step / steps;
        }
    }

    /**
     * @param position 1 is next
     * @param eta estimated wait until it begins
     */
    public record QueuePlace(int position, Duration eta) {}

    /**
     * @param images stored pictures
     * @param films of their runs, where the request asked for them
     * @param timings by stage, empty before the end: {@code queue, text, denoise, decode, encode, total}
     * @param warnings what the user should know
     * @param report what was found out, by name; null if it was stored before there were any
     */
    public record Result(
            List<StoredImage> images,
            List<StoredFilm> films,
            Map<String, Duration> timings,
            List<String> warnings,
            @Nullable Map<String, Double> report) {

        /** Results that were stored before there were films have none. */
        public Result {
            films = films == null ? List.of() : List.copyOf(films);
        }

        /** Without films. */
        public Result(
                List<StoredImage> images,
                Map<String, Duration> timings,
                List<String> warnings,
                @Nullable Map<String, Double> report) {
            this(images, List.of(), timings, warnings, report);
        }

        /** Keys of all that is stored. */
        Stream<String> keys() {
            return Stream.concat(
                    images.stream().map(StoredImage::key), films.stream().map(StoredFilm::key));
        }
    }

    /**
     * @param index 0 to count - 1
     * @param seed seed of this picture
     * @param size in pixels
     * @param format file format
     * @param sha256 of the file, lower-case hex
     * @param key where the image store keeps it
     */
    public record StoredImage(int index, long seed, Size size, ImageFormat format, String sha256, String key) {}

    /**
     * A PNG with a row for each frame: the noisy latent on the left, the network's guess of the clean one on the right.
     *
     * @param index of the picture
     * @param size of a frame in pixels
     * @param steps how many steps had been taken at each frame
     * @param sha256 of the file, lower-case hex
     * @param key where the image store keeps it
     */
    public record StoredFilm(int index, Size size, List<Integer> steps, String sha256, String key) {}

    /**
     * @param problem last part of the problem type under {@code /problems/}
     * @param detail what happened and what to do
     */
    public record Failure(String problem, String detail) {}
}
