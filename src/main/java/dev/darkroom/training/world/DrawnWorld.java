package dev.darkroom.training.world;

import dev.darkroom.generation.Size;
import dev.darkroom.training.data.Dice;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.data.PictureSizes;
import dev.darkroom.training.world.drawing.ScenePainter;
import dev.darkroom.training.world.scene.CaptionGrammar;
import dev.darkroom.training.world.scene.Curriculum;
import dev.darkroom.training.world.scene.HeldOut;
import dev.darkroom.training.world.scene.Scene;
import dev.darkroom.training.world.scene.SceneSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The drawn world as a source without end: example {@code index} is a function of seed, curriculum, sizes and index. Its
 * attributes are those of {@link Scene#attributes}. Thread-safe.
 */
public final class DrawnWorld implements ExampleSource {

    private static final int CAPTIONS = 4;
    private static final long CAPTION_STREAM = 0x43415054494F4EL;
    private static final long SIZE_STREAM = 0x53495A45L;

    private final Curriculum curriculum;
    private final long seed;
    private final PictureSizes sizes;
    private final boolean everything;
    private final SceneSampler sampler;
    private final ScenePainter painter = new ScenePainter();
    private final CaptionGrammar grammar = new CaptionGrammar();

    public DrawnWorld(Curriculum curriculum, long seed, Size size) {
        this(curriculum, seed, PictureSizes.only(size));
    }

    public DrawnWorld(Curriculum curriculum, long seed, PictureSizes sizes) {
        this(curriculum, seed, sizes, false);
    }

    private DrawnWorld(Curriculum curriculum, long seed, PictureSizes sizes, boolean everything) {
        this.everything = everything;
        this.curriculum = curriculum;
        this.seed = seed;
        this.sizes = sizes;
        this.sampler = new SceneSampler(curriculum, seed);
    }

    /** The same world with the combinations in it that are held out otherwise: for judges, never for what they judge. */
    public DrawnWorld everything() {
        return new DrawnWorld(curriculum, seed, sizes, true);
    }

    /** The scene of an example, for labels without a picture. */
    public Scene scene(long index) {
        return everything ? sampler.any(index) : sampler.training(index);
    }

    /** Captions of an example without its picture; text encoders learn from them. */
    public List<String> captions(long index) {
        return captions(scene(index), index);
    }

    public Example example(long index) {
        return example(scene(index), index);
    }

    /** An example that training never sees; {@code index} counts those of one reason. */
    public Example heldOut(HeldOut reason, long index) {
        return example(sampler.heldOut(reason, index), index);
    }

    private Example example(Scene scene, long index) {
        return new Example(
                String.format(Locale.ROOT, "%06d", index),
                painter.paint(scene, sizes.any(Dice.of(seed ^ SIZE_STREAM, index))),
                captions(scene, index),
                scene.attributes());
    }

    private List<String> captions(Scene scene, long index) {
        Dice dice = Dice.of(seed ^ CAPTION_STREAM, index);
        List<String> captions = new ArrayList<>();
        for (int i = 0; i < CAPTIONS; i++) {
            captions.add(grammar.caption(scene, dice));
        }
        return captions;
    }

    @Override
    public String description() {
        return "the drawn world (" + curriculum.name().toLowerCase(Locale.ROOT) + ", seed " + seed
                + (everything ? ", held-out combinations, too, " : ", ") + sizes + ")";
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public ExampleReader open(long position) {
        return new ExampleReader() {
            private long next = position;

            @Override
            public Example next() {
                return example(next++);
            }

            @Override
            public long position() {
                return next;
            }

            @Override
            public long skipped() {
                return 0;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
