package dev.darkroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.PictureClassifier.Judgement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.world.drawing.ScenePainter;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The judge that lies in the jar, on drawings that it was not trained on. */
class ClassifierJudgeTest {

    private static TorchEngine engine;
    private static ClassifierJudge judge;

    @BeforeAll
    static void open() throws IOException {
        engine = TorchEngine.start(EngineSettings.defaults());
        judge = ClassifierJudge.embedded(engine);
    }

    @AfterAll
    static void close() throws IOException {
        judge.close();
        engine.close();
    }

    @Test
    void itTellsWhatTheFixedPromptsAreAbout() {
        ScenePainter painter = new ScenePainter();
        Tally tally = new Tally();
        for (EvaluationPrompt prompt : PromptList.fixed()) {
            List<Picture> drawings = List.of(painter.paint(prompt.scene(31), new Size(256, 256)));
            List<Verdict> verdicts = judge.judge(drawings).stream()
                    .map(judgement -> Verdict.of(prompt, judgement.labels()))
                    .toList();
            tally.add(verdicts, verdicts);
        }

        assertThat(share(tally, "object")).isGreaterThan(0.95);
        assertThat(share(tally, "colour")).isGreaterThan(0.98);
        assertThat(share(tally, "count")).isGreaterThan(0.98);
        assertThat(share(tally, "background")).isGreaterThan(0.98);
        assertThat(share(tally, "position")).isGreaterThan(0.95);
    }

    private static double share(Tally tally, String attribute) {
        return tally.scores().get(attribute).interval().share();
    }

    @Test
    void picturesOfAnySizeAreJudgedAlike() {
        ScenePainter painter = new ScenePainter();
        EvaluationPrompt cat = PromptList.fixed().stream()
                .filter(prompt -> prompt.text().equals("a cat"))
                .findFirst()
                .orElseThrow();
        List<Picture> pictures = IntStream.of(96, 128, 256, 384)
                .mapToObj(side -> painter.paint(cat.scene(3), new Size(side, side)))
                .toList();

        for (Judgement judgement : judge.judge(pictures)) {
            assertThat(judgement.labels()).containsEntry("object", "cat").containsEntry("count", "1");
            assertThat(judgement.features()).hasSize(judge.features());
        }
    }
}
