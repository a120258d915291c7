package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.guidance.NetworkDenoiser;
import dev.darkroom.denoise.guidance.SelfConditioning;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.likelihood.CentralDifference;
import dev.darkroom.denoise.likelihood.HutchinsonTrace;
import dev.darkroom.denoise.likelihood.Likelihood;
import dev.darkroom.denoise.likelihood.LikelihoodFlow;
import dev.darkroom.denoise.likelihood.ProbeDistribution;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.ode.Tolerance;
import dev.darkroom.denoise.plan.FlowEnds;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.model.Conditioning;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.text.Encoding;
import dev.darkroom.torch.Condition;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.worker.DenoisingSession;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.PreparedCondition;
import dev.darkroom.worker.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Likelihoods under the catalog's models, evaluated in the lanes of this process's devices like any other work. */
final class ModelLikelihood implements LikelihoodEstimator {

    /** Stages of the solver; each evaluates the network once, and twice for each probe. */
    private static final int MOST_STAGES = 400;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Of a difference where the network has 8 bits of precision: its rounding must not be the difference. */
    private static final double COARSE_STEP = 0.05;

    private final Workers workers;
    private final ModelCatalog catalog;
    private final Sources sources;

    ModelLikelihood(Workers workers, ModelCatalog catalog, Sources sources) {
        this.workers = workers;
        this.catalog = catalog;
        this.sources = sources;
    }

    @Override
    public LikelihoodEstimate estimate(LikelihoodRequest request, BooleanSupplier cancelled) {
        try {
            try (ModelLease model = workers.lease(request.model())) {
                return estimate(request, model, cancelled);
            }
        } catch (ArithmeticException unsolved) {
            throw new GenerationFailedException(
                    "generation-failed", String.valueOf(unsolved.getMessage()), false, unsolved);
        } catch (RuntimeException failure) {
            throw Failures.explained(failure);
        }
    }

    /** The latent is the mean of its posterior: the same at every call. */
    private LikelihoodEstimate estimate(LikelihoodRequest request, ModelLease model, BooleanSupplier cancelled) {
        FlowEnds ends =
                FlowEnds.of(SchedulerConfig.of(catalog.get(request.model()).scheduler()));
        LatentShape shape = model.latentShape(request.size());
        float[] pixels = sources.pixels(request.reference(), model.pictureSize(shape));
        float[] latent = model.encodePicture(pixels, shape, new float[shape.size()]);
        List<String> warnings = new ArrayList<>();
        Condition condition = condition(request, model, warnings);
        try (PreparedCondition prompt = model.prepare(condition);
                DenoisingSession session = model.denoise(shape, condition.tokens())) {
            WatchedDenoiser denoiser = new WatchedDenoiser(
                    new NetworkDenoiser<>(
                            network(session, model), Guidance.none(prompt), ends.preconditioning(), Thresholding.NONE),
                    cancelled,
                    PATIENCE);
            double step = single(model) ? CentralDifference.USUAL_STEP : COARSE_STEP;
            HutchinsonTrace trace = new HutchinsonTrace(
                    new CentralDifference(denoiser, step),
                    ProbeDistribution.RADEMACHER.draw(
                            request.probes(), latent.length, new CpuGenerator(request.seed())));
            Tolerance tolerance = new Tolerance(request.tolerance(), request.tolerance(), MOST_STAGES);
            Likelihood likelihood = new LikelihoodFlow(denoiser, ends.levels(), trace, ends.prior(), tolerance)
                    .of(latent, ends.clean(), ends.noise(), (logRatio, state) -> {});
            return new LikelihoodEstimate(
                    likelihood.bitsPerDimension(),
                    likelihood.standardError(),
                    likelihood.nats(),
                    latent.length,
                    denoiser.evaluations(),
                    warnings(request, ends, warnings, model));
        }
    }

    /** A network that sees its last guess is asked without one: a flow is a function of the state alone. */
    private static Network<PreparedCondition> network(DenoisingSession session, ModelLease model) {
        return model.conditioning().self() ? new SelfConditioning<>(session, () -> new float[0]) : session;
    }

    private static Condition condition(LikelihoodRequest request, ModelLease model, List<String> warnings) {
        if (model.conditioning().kind() != Conditioning.Kind.TEXT) {
            return LabelSteering.condition(request.label(), model.conditioning());
        }
        Encoding encoding = model.encode(request.prompt(), 0);
        encoding.warning().ifPresent(warnings::add);
        int width = model.guidanceWidth();
        TextConditioning conditioning = encoding.conditioning();
        return width > 0 ? conditioning.withGuidance(GuidanceEmbedding.of(1, width)) : conditioning;
    }

    private static List<String> warnings(
            LikelihoodRequest request, FlowEnds ends, List<String> found, ModelLease model) {
        List<String> warnings = new ArrayList<>();
        warnings.add(
                switch (model.space()) {
                    case LATENT ->
                        "The bits are of the latent's values under the network alone, the autoencoder left out: compare"
                                + " them between pictures of one model and one size, not with bits per dimension of"
                                + " pixels.";
                    case PIXEL ->
                        String.format(
                                Locale.ROOT,
                                "The bits are of pixel values from %.0f to 1; those of values from 0 to 255, which papers"
                                        + " give, are %.0f more.",
                                model.black(),
                                Math.log(255 / (1 - model.black())) / Math.log(2));
                    case BITS ->
                        "The bits are of a density over numbers that stand for bits; compare them between pictures of"
                                + " this model only.";
                });
        warnings.add(String.format(
                Locale.ROOT,
                "The density is that of values blurred by noise of deviation %.4f, the least that the model knows.",
                ends.clean()));
        if (!request.prompt().isEmpty()) {
            warnings.add("It is the likelihood given the prompt, without guidance: guidance is no part of the model.");
        }
        warnings.addAll(found);
        if (request.probes() == 1) {
            warnings.add("One probe has no standard error; ask for two or more.");
        }
        if (!single(model)) {
            warnings.add(
                    "The network computes as " + model.placement() + ": derivatives by differences are rough there;"
                            + " the operator can set darkroom.precision=fp32.");
        }
        return warnings;
    }

    private static boolean single(ModelLease model) {
        return model.placement().startsWith("fp32");
    }
}
