package dev.darkroom.evaluation;

import dev.darkroom.evaluation.EvaluationReport.Distance;
import dev.darkroom.evaluation.EvaluationReport.Group;
import dev.darkroom.evaluation.EvaluationReport.Reconstruction;
import dev.darkroom.evaluation.EvaluationReport.Score;
import dev.darkroom.evaluation.figure.FeatureSet;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.pipeline.GenerationCancelledException;
import dev.darkroom.torch.PictureClassifier.Judgement;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.drawing.ScenePainter;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation: every prompt is painted and judged, and so are true drawings of it. One use, one thread. Contact sheets
 * are written as they fill up.
 */
public final class Evaluation {

    private static final EvaluationPrompt SMILEY =
            new EvaluationPrompt("a smiley face", Map.of("object", "smiley"), Set.of("object", "count"));

    /** Of drawings; no training has it. */
    private static final long DRAWN = 0x4A554447L;

    private static final int AT_ONCE = 8;

    private final EvaluationPlan plan;
    private final Painter painter;
    private final Judge judge;
    private final Path folder;
    private final EvaluationMonitor monitor;
    private final ScenePainter drawer = new ScenePainter();
    private final Tally seen = new Tally();
    private final Tally unseen = new Tally();
    private final Tally all = new Tally();
    private final List<float[]> painted = new ArrayList<>();
    private final List<float[]> drawn = new ArrayList<>();
    private final List<float[]> drawnAgain = new ArrayList<>();
    private Size size = new Size(1, 1);

    /**
     * @param folder of the sheets; made if it is missing
     * @throws UnusablePromptsException if a prompt says something that the judge cannot tell
     */
    public Evaluation(EvaluationPlan plan, Painter painter, Judge judge, Path folder, EvaluationMonitor monitor) {
        this.plan = plan;
        this.painter = painter;
        this.judge = judge;
        this.folder = folder;
        this.monitor = monitor;
        Set<String> untold = new HashSet<>();
        plan.prompts().forEach(prompt -> untold.addAll(prompt.said()));
        untold.removeAll(judge.attributes());
        if (!untold.isEmpty()) {
            throw new UnusablePromptsException("the judge cannot tell " + String.join(", ", untold), null);
        }
    }

    /**
     * Runs it; ends early, with what there is, when the monitor asks for it.
     *
     * @param autoencoder opens the model's; it is closed here
     */
    public EvaluationReport run(Supplier<Autoencoder> autoencoder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> settings = painter.settings();
        boolean complete = paintPrompts();
        Score smiley = complete && plan.smileys() > 0 ? smileys() : null;
        complete &= smiley != null || plan.smileys() == 0;
        Reconstruction reconstruction = complete && plan.reconstructed() > 0 ? reconstruct(autoencoder) : null;
        return new EvaluationReport(
                EvaluationReport.SCHEMA,
                settings,
                complete,
                groups(),
                painted.size() > 1 ? distance() : null,
                smiley,
                reconstruction);
    }

    private boolean paintPrompts() throws IOException {
        Sheets sheets = new Sheets(folder, "sheet", plan.seeds());
        int done = 0;
        for (EvaluationPrompt prompt : plan.prompts()) {
            List<Picture> pictures = paint(prompt.text(), plan.firstSeed(), plan.seeds());
            if (pictures == null) {
                break;
            }
            size = pictures.get(0).size();
            List<Verdict> verdicts = verdicts(prompt, pictures, painted);
            List<Verdict> ceiling = verdicts(prompt, drawings(prompt, 0, pictures.size()), drawn);
            verdicts(prompt, drawings(prompt, pictures.size(), pictures.size()), drawnAgain);
            (prompt.seen() ? seen : unseen).add(verdicts, ceiling);
            all.add(verdicts, ceiling);
            for (int i = 0; i < pictures.size(); i++) {
                sheets.add(prompt.text(), pictures.get(i), verdicts.get(i));
            }
            done++;
            monitor.progress("prompts", done * plan.seeds(), plan.prompts().size() * plan.seeds());
        }
        sheets.finish();
        return done == plan.prompts().size();
    }

    /** Null if it shall end. */
    private @Nullable List<Picture> paint(String prompt, long seed, int count) {
        if (monitor.stopRequested()) {
            return null;
        }
        try {
            return painter.paint(prompt, seed, count);
        } catch (GenerationCancelledException cancelled) {
            return null;
        } catch (RuntimeException failure) {
            if (monitor.stopRequested()) {
                return null; // the process is ending, and the engine with it
            }
            throw failure;
        }
    }

    private List<Verdict> verdicts(EvaluationPrompt prompt, List<Picture> pictures, List<float[]> features) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Judgement judgement : judge.judge(pictures)) {
            features.add(judgement.features());
            verdicts.add(Verdict.of(prompt, judgement.labels()));
        }
        return verdicts;
    }

    private List<Picture> drawings(EvaluationPrompt prompt, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(i -> drawer.paint(prompt.scene(DRAWN + i * 0x9E3779B97F4A7C15L), size))
                .toList();
    }

    private @Nullable Score smileys() throws IOException {
        Sheets sheets = new Sheets(folder, "smileys", AT_ONCE);
        List<Verdict> verdicts = new ArrayList<>();
        List<float[]> unused = new ArrayList<>();
        for (int from = 0; from < plan.smileys(); from += AT_ONCE) {
            int count = Math.min(AT_ONCE, plan.smileys() - from);
            List<Picture> pictures = paint(SMILEY.text(), plan.firstSeed() + from, count);
            if (pictures == null) {
                return null;
            }
            size = pictures.get(0).size();
            List<Verdict> found = verdicts(SMILEY, pictures, unused);
            for (int i = 0; i < count; i++) {
                sheets.add(SMILEY.text(), pictures.get(i), found.get(i));
            }
            verdicts.addAll(found);
            monitor.progress("smileys", verdicts.size(), plan.smileys());
        }
        sheets.finish();
        Tally tally = new Tally();
        tally.add(verdicts, verdicts(SMILEY, drawings(SMILEY, 0, plan.smileys()), unused));
        return tally.scores().get(Tally.ALL);
    }

    private Reconstruction reconstruct(Supplier<Autoencoder> opening) {
        DrawnWorld world = new DrawnWorld(Curriculum.FULL, DRAWN, size);
        List<Picture> drawings = LongStream.range(0, plan.reconstructed())
                .mapToObj(index -> world.example(index).picture())
                .toList();
        try (Autoencoder autoencoder = opening.get()) {
            Reconstruction reconstruction = AutoencoderFidelity.measure(autoencoder, drawings);
            monitor.progress("autoencoder", plan.reconstructed(), plan.reconstructed());
            return reconstruction;
        }
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        addGroup(groups, "seen", seen);
        addGroup(groups, "never seen", unseen);
        addGroup(groups, "all", all);
        return groups;
    }

    private static void addGroup(List<Group> groups, String name, Tally tally) {
        if (tally.prompts() > 0) {
            groups.add(tally.group(name));
        }
    }

    private Distance distance() {
        FeatureSet pictures = new FeatureSet(painted);
        FeatureSet drawings = new FeatureSet(drawn);
        FeatureSet others = new FeatureSet(drawnAgain);
        return new Distance(
                painted.size(),
                judge.features(),
                pictures.frechetDistance(drawings),
                others.frechetDistance(drawings),
                pictures.kernelDistance(drawings),
                others.kernelDistance(drawings));
    }
}
