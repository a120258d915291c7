package dev.darkroom.api.v1;

import dev.darkroom.api.json.RequestBodies;
import dev.darkroom.api.json.SentBody;
import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PixelDifference;
import dev.darkroom.image.UnreadablePictureException;
import dev.darkroom.imagestore.InputPictures;
import dev.darkroom.job.Job;
import dev.darkroom.job.Job.StoredImage;
import dev.darkroom.job.Submission;
import dev.darkroom.pipeline.UnknownModelException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes pictures again from what their files say of their making, and compares. The job that does so has a label with
 * the reference of the first picture, which is kept like any input; so it survives whatever jobs survive. Thread-safe.
 */
@Component
class Reproductions {

    /** Label of a job that makes a picture again: the reference of that picture. */
    static final String LABEL = "reproduces";

    private final RequestBodies bodies;
    private final Submissions submissions;
    private final InputPictures inputs;
    private final PictureDecoder decoder;
    private final Pictures pictures;
    private final JobViews views;

    Reproductions(
            RequestBodies bodies,
            Submissions submissions,
            InputPictures inputs,
            ImageLimits limits,
            Pictures pictures,
            JobViews views) {
        this.bodies = bodies;
        this.submissions = submissions;
        this.inputs = inputs;
        this.decoder = new PictureDecoder(limits);
        this.pictures = pictures;
        this.views = views;
    }

    /**
     * What makes the picture of a file again.
     *
     * @param key idempotency key
     * @param bodyHash of what the client sent
     * @throws ProblemException if the file is none that Darkroom made, or says what cannot be done here
     */
    Submission of(byte[] file, @Nullable String key, String bodyHash) {
        decodable(file);
        MadeBy.Notes notes = MadeBy.read(file)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_REPRODUCIBLE,
                        "the file has no note of Darkroom's; send a PNG as Darkroom made it, which no program has"
                                + " written anew"));
        SentBody<ImageRequest> asked = bodies.parse(notes.request(), ImageRequest.class);
        OutputDraft output = new OutputDraft("png", null, JobViews.name(Delivery.BASE64));
        try {
            Submission submission = submissions.of(asked, output, key);
            return new Submission(submission.request(), key, bodyHash, null, 0, Map.of(LABEL, inputs.put(file)));
        } catch (InvalidRequestException e) {
            throw new ProblemException(
                    ProblemType.NOT_REPRODUCIBLE,
                    "what the file says of its making cannot be done here: " + e.getMessage(),
                    e.errors(),
                    null);
        } catch (UnknownModelException e) {
            throw new ProblemException(
                    ProblemType.NOT_REPRODUCIBLE,
                    "the model that made the picture is not here: " + e.getMessage(),
                    List.of(e.error()),
                    null);
        }
    }

    /**
     * The comparison of a job that has succeeded.
     *
     * @param base scheme, host and port that the client called
     * @throws ProblemException if the job does not make a picture again, or the first one is gone
     */
    ReproductionView view(Job job, String base) {
        byte[] first = inputs.get(reference(job))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.REPRODUCTION_NOT_FOUND,
                        "the first picture is no longer kept; send it again",
                        List.of(),
                        job.id().toString()));
        StoredImage image = job.result().images().stream().findFirst().orElseThrow(() -> Pictures.gone(0));
        byte[] second = pictures.read(image);
        MadeBy original = made(first);
        MadeBy again = made(second);
        Picture one = decoder.decode(first);
        Picture other = decoder.decode(second);
        boolean comparable = one.size().equals(other.size());
        PixelDifference difference = comparable ? PixelDifference.between(one, other) : null;
        boolean identical = difference != null && difference.none();
        return new ReproductionView(
                job.id(),
                identical,
                Arrays.equals(first, second),
                difference == null ? null : ReproductionView.Difference.of(difference),
                identical ? List.of() : reasons(original, again, comparable),
                original,
                again,
                views.of(job, base, Delivery.URL).images().get(0));
    }

    private void decodable(byte[] file) {
        try {
            decoder.decode(file);
        } catch (UnreadablePictureException e) {
            throw new InvalidRequestException("image", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> reasons(MadeBy original, MadeBy again, boolean comparable) {
        if (!comparable) {
            return List.of("the file was changed after it was made: it has not the size that it says it was made with");
        }
        List<String> reasons = original.reasons(again);
        return reasons.isEmpty()
                ? List.of("weights, version, device and precision are the same; the file's pixels were probably changed"
                        + " after it was made")
                : reasons;
    }

    private static String reference(Job job) {
        String reference = job.labels().get(LABEL);
        if (reference == null || !InputPictures.isReference(reference)) {
            throw new ProblemException(
                    ProblemType.REPRODUCTION_NOT_FOUND,
                    "this job makes no picture again; POST /api/v1/reproduce does",
                    List.of(),
                    job.id().toString());
        }
        return reference;
    }

    private static MadeBy made(byte[] file) {
        return MadeBy.read(file).map(MadeBy.Notes::made).orElse(new MadeBy(null, null, null, null));
    }
}
