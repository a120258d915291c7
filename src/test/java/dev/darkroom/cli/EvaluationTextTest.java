package dev.darkroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.evaluation.EvaluationReport;
import dev.darkroom.evaluation.EvaluationReport.Distance;
import dev.darkroom.evaluation.EvaluationReport.Group;
import dev.darkroom.evaluation.EvaluationReport.Reconstruction;
import dev.darkroom.evaluation.EvaluationReport.Score;
import dev.darkroom.evaluation.figure.Interval;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {

    private static final Score SCORE = new Score(63, 64, new Interval(0.984375, 0.91, 0.9972), 0.995);

    @Test
    void theTableHasAllFigures() {
        String table = EvaluationText.table(report(true, 640), Path.of("here"));

        assertThat(table)
                .startsWith("tiny, 256x256, steps 20\n")
                .contains("never seen combinations: 8 prompts, 64 pictures")
                .contains("object         98.4 %  [ 91.0,  99.7]     63 of 64       99.5 %")
                .contains("\"a smiley face\" is one for 63 of 64 seeds [91.0, 99.7 %]")
                .contains("FID 1.500 (two sets of drawings: 0.250)")
                .contains("KID 0.01250 (two sets of drawings: 0.00010)")
                .contains("PSNR 31.20 dB, SSIM 0.9510 over 24 unseen drawings")
                .endsWith("report.json and contact sheets are in here")
                .doesNotContain("stopped", "says little");
    }

    @Test
    void whatIsIncompleteOrTooFewIsSaid() {
        assertThat(EvaluationText.table(report(false, 64), Path.of("here")))
                .contains("It was stopped")
                .contains("FID of fewer than 320 pictures says little");
    }

    @Test
    void jsonHasTheFieldsOfTheSchema() {
        assertThat(EvaluationText.json(report(true, 640)))
                .contains("\"schema\" : \"darkroom.evaluation/1\"")
                .contains("\"frechet_of_drawings\" : 0.25")
                .contains("\"combinations\" : \"never seen\"")
                .contains("\"low\" : 0.91");
    }

    private static EvaluationReport report(boolean complete, int pictures) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("model", "tiny");
        settings.put("size", "256x256");
        settings.put("steps", 20);
        return new EvaluationReport(
                EvaluationReport.SCHEMA,
                settings,
                complete,
                List.of(new Group("never seen", 8, 64, Map.of("object", SCORE))),
                new Distance(pictures, 160, 1.5, 0.25, 0.0125, 0.0001),
                SCORE,
                new Reconstruction(24, 31.2, 0.951));
    }
}
