package dev.darkroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.evaluation.EvaluationReport.Group;
import dev.darkroom.evaluation.EvaluationReport.Score;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.pipeline.GenerationCancelledException;
import dev.darkroom.torch.PictureClassifier.Judgement;
import dev.darkroom.torch.Wrap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a painter and a judge that are known exactly. */
class EvaluationTest {

    private static final Size SIZE = new Size(32, 32);
    private static final EvaluationPrompt SEEN = prompt("a yellow star", "yellow");
    private static final EvaluationPrompt UNSEEN = prompt("a never seen star", "gray");

    @TempDir
    private Path folder;

    private final List<String> painted = new ArrayList<>();
    private boolean stop;

    @Test
    void everythingRightIsAllRight() throws IOException {
        EvaluationReport report = run(new EvaluationPlan(List.of(SEEN, UNSEEN), 4, 1, 3, 2), 0);

        assertThat(UNSEEN.seen()).isFalse();
        assertThat(report.complete()).isTrue();
        assertThat(report.groups().stream().map(Group::combinations)).containsExactly("seen", "never seen", "all");
        assertThat(report.groups())
                .allSatisfy(group -> assertThat(group.scores())
                        .allSatisfy((name, score) ->
                                assertThat(score.interval().share()).isEqualTo(1)));
        assertThat(report.groups().get(2).pictures()).isEqualTo(8);
        assertThat(report.smiley()).isNotNull();
        assertThat(report.settings()).containsEntry("model", "fake");
        assertThat(folder.resolve("sheet-01.png")).isNotEmptyFile();
        assertThat(folder.resolve("smileys-01.png")).isNotEmptyFile();
        assertThat(painted).containsExactly("a yellow star", "a never seen star", "a smiley face");
    }

    @Test
    void wrongPicturesAreCountedBesideDrawings() throws IOException {
        EvaluationReport report = run(new EvaluationPlan(List.of(SEEN), 4, 1, 0, 0), 1);

        Score object = report.groups().get(0).scores().get("object");
        assertThat(object.right()).isEqualTo(3);
        assertThat(object.total()).isEqualTo(4);
        assertThat(object.drawings()).isEqualTo(1);
        assertThat(report.groups().get(0).scores().get("all").right()).isEqualTo(3);
        assertThat(report.groups().get(0).scores().get("colour").right()).isEqualTo(4);
        assertThat(report.smiley()).isNull();
        assertThat(report.autoencoder()).isNull();
    }

    @Test
    void distancesAreOfFeatures() throws IOException {
        EvaluationReport report = run(new EvaluationPlan(List.of(SEEN), 4, 1, 0, 0), 0);

        assertThat(report.distance()).isNotNull();
        assertThat(report.distance().pictures()).isEqualTo(4);
        assertThat(report.distance().features()).isEqualTo(2);
        // pictures are black, drawings bright: the features are their means
        assertThat(report.distance().frechet()).isGreaterThan(0.05);
        assertThat(report.distance().frechetOfDrawings()).isLessThan(0.05);
    }

    @Test
    void theAutoencoderIsMeasuredOnDrawings() throws IOException {
        EvaluationReport report = run(new EvaluationPlan(List.of(SEEN), 2, 1, 0, 3), 0);

        assertThat(report.autoencoder().pictures()).isEqualTo(3);
        assertThat(report.autoencoder().psnr()).isCloseTo(40, within(1.5));
        assertThat(report.autoencoder().ssim()).isBetween(0.9, 1.0);
    }

    @Test
    void stoppedEarlyItReportsWhatThereIs() throws IOException {
        stop = true;
        EvaluationReport report = run(new EvaluationPlan(List.of(SEEN, UNSEEN), 2, 1, 4, 2), 0);

        assertThat(report.complete()).isFalse();
        assertThat(report.groups()).hasSize(2);
        assertThat(report.groups().get(1).prompts()).isEqualTo(1);
        assertThat(report.smiley()).isNull();
        assertThat(folder.resolve("sheet-01.png")).isNotEmptyFile();
    }

    @Test
    void whatTheJudgeCannotTellIsRefused() {
        EvaluationPrompt sky = new EvaluationPrompt("a star", Map.of("object", "star"), Set.of("object", "sky"));
        EvaluationPlan plan = new EvaluationPlan(List.of(sky), 1, 1, 0, 0);

        assertThatThrownBy(() -> run(plan, 0)).hasMessageContaining("the judge cannot tell sky");
    }

    private EvaluationReport run(EvaluationPlan plan, int wrong) throws IOException {
        FakePainter painter = new FakePainter(wrong);
        return new Evaluation(plan, painter, new FakeJudge(), folder, new FakeMonitor()).run(Lossy::new);
    }

    private static EvaluationPrompt prompt(String text, String colour) {
        return new EvaluationPrompt(
                text, Map.of("object", "star", "colour", colour), Set.of("object", "colour", "count"));
    }

    /** Black pictures; the first ones have a white dot, which the judge takes for a mistake. */
    private final class FakePainter implements Painter {

        private final int wrong;

        FakePainter(int wrong) {
            this.wrong = wrong;
        }

        @Override
        public List<Picture> paint(String prompt, long firstSeed, int count) {
            if (stop && !painted.isEmpty()) {
                throw new GenerationCancelledException();
            }
            painted.add(prompt);
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] samples = new byte[3 * SIZE.width() * SIZE.height()];
                samples[0] = (byte) (i < wrong ? 0xFF : 0);
                pictures.add(Picture.rgb(SIZE, samples));
            }
            return pictures;
        }

        @Override
        public Map<String, Object> settings() {
            return Map.of("model", "fake");
        }
    }

    /** Knows the painter's pictures by their first pixel, and takes everything else for what was asked last. */
    private final class FakeJudge implements Judge {

        @Override
        public Set<String> attributes() {
            return Set.of("object", "colour", "count");
        }

        @Override
        public int features() {
            return 2;
        }

        @Override
        public List<Judgement> judge(List<Picture> pictures) {
            return pictures.stream().map(this::judgement).toList();
        }

        private Judgement judgement(Picture picture) {
            String prompt = painted.get(painted.size() - 1);
            boolean smiley = prompt.contains("smiley");
            boolean marked = picture.sample(0, 0, 0) == 0xFF && picture.sample(1, 0, 0) == 0;
            Map<String, String> labels = Map.of(
                    "object", marked ? "cloud" : smiley ? "smiley" : "star",
                    "colour", prompt.contains("never") ? "gray" : "yellow",
                    "count", "1");
            double mean = 0;
            for (byte sample : picture.samples()) {
                mean += (sample & 0xFF) / 255.0 / picture.samples().length;
            }
            return new Judgement(labels, new float[] {(float) mean, 1});
        }
    }

    private final class FakeMonitor implements EvaluationMonitor {

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public void progress(String what, int done, int all) {
            assertThat(done).isBetween(1, all);
        }
    }

    /** Comes back 0.02 of [-1, 1] brighter, or darker where there is no room. */
    private static final class Lossy implements Autoencoder {

        @Override
        public float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap) {
            assertThat(noise).hasSize(picture.length).containsOnly(0f);
            return picture;
        }

        @Override
        public float[] rawMode(float[] picture, int height, int width) {
            return picture;
        }

        @Override
        public float[] decode(float[] latent, int height, int width, Wrap wrap) {
            float[] picture = Arrays.copyOf(latent, latent.length);
            for (int i = 0; i < picture.length; i++) {
                picture[i] += picture[i] > 0.9 ? -0.02f : 0.02f;
            }
            return picture;
        }

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public int factor() {
            return 1;
        }

        @Override
        public long weightBytes() {
            return 0;
        }

        @Override
        public long decodeBytes(int pictureHeight, int pictureWidth) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
