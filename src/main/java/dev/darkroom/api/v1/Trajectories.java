package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.api.web.Turns;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.image.ContactSheet;
import dev.darkroom.image.Film;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.Tiles;
import dev.darkroom.job.Job;
import dev.darkroom.job.Job.StoredFilm;
import dev.darkroom.job.Jobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The films of jobs, in the form in which they are asked for. Thread-safe. */
@Component
class Trajectories {

    /** Cutting and coding a film takes a processor for up to a second. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LAST_FRAME = 12;
    private static final int LOSSLESS = 100;

    /** What this service has stored itself may be larger than what it takes from clients. */
    private static final ImageLimits OWN = new ImageLimits(DataSize.ofMegabytes(256), 200_000_000);

    private final Jobs jobs;
    private final Pictures pictures;
    private final PictureDecoder decoder = new PictureDecoder(OWN);
    private final PictureEncoder encoder = new PictureEncoder();
    private final Turns turns = new Turns(AT_ONCE, PATIENCE);

    Trajectories(Jobs jobs, Pictures pictures) {
        this.jobs = jobs;
        this.pictures = pictures;
    }

    /** What a film shows. */
    enum Side {
        /** The latent on its way from noise to the picture. */
        LATENT,
        /** What the network takes the clean picture for. */
        GUESS
    }

    /**
     * The film of a picture's run.
     *
     * @throws ProblemException if there is no such job, or it has none
     */
    StoredFilm find(UUID id, int index) {
        Job job = jobs.find(id).orElseThrow(() -> ProblemException.noJob(id));
        return job.result().films().stream()
                .filter(film -> film.index() == index)
                .findFirst()
                .orElseThrow(() -> none(job, index));
    }

    /** The film as a file; each frame is shown so long, the last one longer. */
    byte[] film(StoredFilm film, Side side, int frameMillis, Film.Format format) {
        return turns.take(() -> {
            List<Picture> frames = sides(film).get(side.ordinal());
            return new Film(frames, frameMillis, LAST_FRAME * frameMillis).encode(format);
        });
    }

    /** All frames on one PNG: a row of latents above a row of guesses, again and again. */
    byte[] sheet(StoredFilm film, int columns) {
        return turns.take(() -> {
            List<List<Picture>> sides = sides(film);
            int all = film.steps().size();
            int across = Math.min(columns, all);
            List<ContactSheet.Frame> frames = new ArrayList<>();
            for (int first = 0; first < all; first += across) {
                for (List<Picture> side : sides) {
                    for (int i = first; i < first + across; i++) {
                        frames.add(i < all ? frame(film, side, i) : blank(film));
                    }
                }
            }
            return encoder.encode(ContactSheet.of(frames, across), ImageFormat.PNG, LOSSLESS, Map.of());
        });
    }

    private static ContactSheet.Frame frame(StoredFilm film, List<Picture> side, int i) {
        int steps = film.steps().get(film.steps().size() - 1);
        return new ContactSheet.Frame(
                side.get(i),
                String.format(Locale.ROOT, "step %d of %d", film.steps().get(i), steps));
    }

    private static ContactSheet.Frame blank(StoredFilm film) {
        byte[] white = new byte[Math.toIntExact(3 * film.size().pixels())];
        Arrays.fill(white, (byte) 0xFF);
        return new ContactSheet.Frame(Picture.rgb(film.size(), white), "");
    }

    /** The latents, then the guesses. */
    private List<List<Picture>> sides(StoredFilm film) {
        List<Picture> tiles = Tiles.cut(decoder.decode(pictures.read(film)), film.size());
        return List.of(every(tiles, 0), every(tiles, 1));
    }

    private static List<Picture> every(List<Picture> tiles, int side) {
        return IntStream.range(0, tiles.size() / 2)
                .mapToObj(row -> tiles.get(2 * row + side))
                .toList();
    }

    private static ProblemException none(Job job, int index) {
        String why;
        if (!job.request().trajectory()) {
            why = "the job was not asked to keep one; set \"trajectory\": true in the request";
        } else if (!job.state().terminal()) {
            why = "the job has not finished yet";
        } else {
            why = "the job has " + job.result().films().size() + " films, none of index " + index;
        }
        return new ProblemException(
                ProblemType.TRAJECTORY_NOT_FOUND,
                "there is no film here: " + why,
                List.of(),
                job.id().toString());
    }
}
