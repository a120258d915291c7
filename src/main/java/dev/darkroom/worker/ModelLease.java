package dev.darkroom.worker;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.Emphasis;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.Tiling;
import dev.darkroom.latent.LatentPreview;
import dev.darkroom.model.Conditioning;
import dev.darkroom.model.ModelPurpose;
import dev.darkroom.model.ModelSpace;
import dev.darkroom.text.Encoding;
import dev.darkroom.torch.Condition;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.torch.Wrap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A loaded model that stays loaded while the lease is open, and the way to its networks: every method hands its work to
 * the model's lane and waits. Thread-safe; close it once.
 *
 * <p>All methods throw {@link LaneInterruptedException} when the thread is interrupted while it waits,
 * {@link LaneClosedException} when the service stops and
 * {@link dev.darkroom.torch.DeviceOutOfMemoryException} when the device has no room.
 */
public final class ModelLease implements AutoCloseable {

    private static final double QUICK_DECODING = 2e13;

    private final LoadedModel model;
    private final DeviceWorker worker;
    private final Wrap wrap;

    ModelLease(LoadedModel model, DeviceWorker worker) {
        this(model, worker, Wrap.NONE);
    }

    private ModelLease(LoadedModel model, DeviceWorker worker, Wrap wrap) {
        this.model = model;
        this.worker = worker;
        this.wrap = wrap;
    }

    /** The same lease for pictures that tile: convolutions wrap around. It ends with this one; do not close it. */
    public ModelLease tiling(Tiling tiling) {
        return new ModelLease(
                model,
                worker,
                switch (tiling) {
                    case NONE -> Wrap.NONE;
                    case X -> Wrap.WIDTH;
                    case Y -> Wrap.HEIGHT;
                    case BOTH -> Wrap.BOTH;
                });
    }

    /** Id of the model. */
    public String id() {
        return model.id();
    }

    /** Where it computes, for example {@code bf16 on cpu}. */
    public String placement() {
        return model.placement().toString();
    }

    /** Shape of the latent of a picture of this size. */
    public LatentShape latentShape(Size size) {
        Size painted = model.descriptor().sizes().painted(size);
        int factor = model.space().factor();
        return new LatentShape(model.space().channels(), painted.height() / factor, painted.width() / factor);
    }

    /** Size at which the picture of a latent is painted. */
    public Size pictureSize(LatentShape shape) {
        int factor = model.space().factor();
        return new Size(shape.width() * factor, shape.height() * factor);
    }

    /** Width of the embedded guidance scale that the UNet was distilled with; 0 for classifier-free guidance. */
    public int guidanceWidth() {
        return model.unet().guidanceWidth();
    }

    /** Turns a prompt, as it stands, into what the UNet is conditioned on; what is too long is left out. */
    public Encoding encode(String prompt, int clipSkip) {
        return call(() -> model.reader().encode(prompt, clipSkip));
    }

    /**
     * Turns weighted prompts of any length, which belong together, into what the UNet is conditioned on. The lane is
     * asked for one chunk at a time, so that other jobs get their steps in between.
     *
     * @return one conditioning a prompt
     * @throws dev.darkroom.text.PromptTooLargeException if they need too many chunks
     */
    public List<TextConditioning> encode(List<String> prompts, Emphasis emphasis, int clipSkip) {
        return model.reader()
                .prompts()
                .encode(
                        prompts,
                        emphasis,
                        clipSkip,
                        (ids, skip) -> call(() -> model.reader().hidden(ids, skip)));
    }

    /** Computes once what every step of a run needs of a condition. The caller closes it. */
    public PreparedCondition prepare(Condition condition) {
        return call(() -> new PreparedCondition(worker.lane(), model.unet().context(condition)));
    }

    /**
     * Begins one image's loop. The caller closes it.
     *
     * @param tokens of the conditions that it begins with
     */
    public DenoisingSession denoise(LatentShape shape, int tokens) {
        return new DenoisingSession(worker.lane(), count -> key(shape, count), tokens, shape);
    }

    private BatchKey key(LatentShape shape, int tokens) {
        long rowBytes = model.unet().rowBytes(shape.height(), shape.width(), tokens);
        return new BatchKey(
                model.network(),
                List.of(shape.channels(), shape.height(), shape.width(), tokens),
                wrap,
                worker.rowsThatFit(rowBytes));
    }

    /**
     * Draws the latent of a picture from its posterior.
     *
     * @param picture [3, height, width] flattened, -1 to 1
     * @param noise standard normal, one number for each of the latent's
     */
    public float[] encodePicture(float[] picture, LatentShape shape, float[] noise) {
        int factor = model.space().factor();
        return call(() -> model.space().encode(picture, shape.height() * factor, shape.width() * factor, noise, wrap));
    }

    /** The most probable latent of a picture on the autoencoder's own scale, which editing models are shown. */
    public float[] rawLatent(float[] picture, LatentShape shape) {
        Size size = pictureSize(shape);
        return call(() -> model.space().rawMode(picture, size.height(), size.width()));
    }

    /** What it denoises. */
    public ModelSpace space() {
        return model.descriptor().space();
    }

    /** What black is to it, if it denoises pixels; white is 1. */
    public double black() {
        return model.descriptor().directory().black();
    }

    /** What it is told of a picture. */
    public Conditioning conditioning() {
        return model.descriptor().conditioning();
    }

    /** The words of the captions that it was trained on, lower case; empty if it does not say. */
    public Set<String> words() {
        return model.descriptor().words();
    }

    /** What its UNet takes beside the latent. */
    public ModelPurpose purpose() {
        return model.descriptor().purpose();
    }

    /** The picture of a latent: [3, height, width] flattened, about -1 to 1. */
    public float[] decode(float[] latent, LatentShape shape) {
        return call(() -> model.space().decode(latent, shape.height(), shape.width(), wrap));
    }

    /**
     * Whether so many latents of this shape are decoded within some seconds on any device, estimated from pixels and
     * weights. Measured on two busy cores: 3e12 pixels times bytes of weights in a second, a quarter of that of what
     * idle ones do.
     */
    public boolean decodesQuickly(LatentShape shape, int times) {
        double work =
                (double) times * pictureSize(shape).pixels() * model.space().weightBytes();
        return work <= QUICK_DECODING;
    }

    /**
     * Rough colours of a latent, [3, height, width] at the latent's size, -1 to 1; computed on the calling thread. The
     * first of a model waits for its lane.
     */
    public float[] preview(float[] latent, LatentShape shape) {
        LatentPreview preview = model.preview().known().orElseGet(() -> call(model.preview()::fit));
        return preview.colours(latent, shape.height(), shape.width());
    }

    @Override
    public void close() {
        worker.release(model.id());
    }

    private <T> T call(Callable<T> work) {
        try {
            return worker.lane().call(work);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaneInterruptedException(interrupted);
        }
    }
}
