package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.api.web.Turns;
import dev.darkroom.image.Film;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.job.Job;
import dev.darkroom.job.JobState;
import dev.darkroom.job.Jobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The frames of interpolations as films. Thread-safe. */
@Component
class Animations {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The two ends are shown longer than what lies between. */
    private static final int ENDS = 6;

    /** Of all frames together: they are in memory at once. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final ImageLimits OWN = new ImageLimits(DataSize.ofMegabytes(256), MOST_PIXELS);

    private final Jobs jobs;
    private final Pictures pictures;
    private final PictureDecoder decoder = new PictureDecoder(OWN);
    private final Turns turns = new Turns(AT_ONCE, PATIENCE);

    Animations(Jobs jobs, Pictures pictures) {
        this.jobs = jobs;
        this.pictures = pictures;
    }

    /** Whether a job's pictures are frames that can be shown one after the other. */
    static boolean has(Job job) {
        return missing(job).isEmpty();
    }

    /**
     * A job whose pictures are the frames of an animation.
     *
     * @throws ProblemException if there is no such job, or it is none of these
     */
    Job find(UUID id) {
        Job job = jobs.find(id).orElseThrow(() -> ProblemException.noJob(id));
        missing(job).ifPresent(why -> {
            throw none(job, why);
        });
        return job;
    }

    private static Optional<String> missing(Job job) {
        if (job.request().pictures() < 2 || job.request().interpolation() == null) {
            return Optional.of("its request has no interpolation of two or more frames");
        }
        if (job.state() != JobState.SUCCEEDED) {
            return Optional.of("it has not succeeded" + (job.state().terminal() ? "" : " yet"));
        }
        long pixels = job.request().pictureSize().pixels() * job.request().pictures();
        return pixels > MOST_PIXELS
                ? Optional.of("its frames have " + pixels + " pixels together, and " + MOST_PIXELS
                        + " are the most; fetch the pictures one by one")
                : Optional.empty();
    }

    /**
     * The film of a job that was found.
     *
     * @param back whether it returns to its first frame
     */
    byte[] film(Job job, int frameMillis, boolean back, Film.Format format) {
        return turns.take(() -> {
            List<Picture> there = job.result().images().stream()
                    .map(image -> decoder.decode(pictures.read(image)))
                    .toList();
            List<Picture> frames = new ArrayList<>(there);
            for (int i = there.size() - 2; back && i > 0; i--) {
                frames.add(there.get(i));
            }
            return new Film(frames, frameMillis, back ? frameMillis : ENDS * frameMillis).encode(format);
        });
    }

    private static ProblemException none(Job job, String why) {
        return new ProblemException(
                ProblemType.ANIMATION_NOT_FOUND,
                "this job has no animation: " + why,
                List.of(),
                job.id().toString());
    }
}
