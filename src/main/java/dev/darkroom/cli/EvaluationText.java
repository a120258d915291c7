package dev.darkroom.cli;

import dev.darkroom.evaluation.EvaluationReport;
import dev.darkroom.evaluation.EvaluationReport.Distance;
import dev.darkroom.evaluation.EvaluationReport.Group;
import dev.darkroom.evaluation.EvaluationReport.Reconstruction;
import dev.darkroom.evaluation.EvaluationReport.Score;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report in words: a table for people, JSON for programs. */
final class EvaluationText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final String ROW = "  %-12s %6.1f %%  [%5.1f, %5.1f]  %5d of %-5d  %6.1f %%%n";

    private EvaluationText() {}

    static String json(EvaluationReport report) {
        return JSON.writeValueAsString(report);
    }

    static String table(EvaluationReport report, Path folder) {
        StringBuilder text = new StringBuilder();
        text.append(report.settings().entrySet().stream()
                .map(EvaluationText::setting)
                .collect(Collectors.joining(", ")));
        text.append('\n');
        if (!report.complete()) {
            text.append("It was stopped: these figures are of what was drawn by then.\n");
        }
        report.groups().forEach(group -> group(text, group));
        text.append(
                        "\n  95 % intervals are Wilson's, the pictures of a prompt being one cluster; drawings: what the same judge\n")
                .append("  says of true drawings of the same prompts.\n\n");
        Score smiley = report.smiley();
        if (smiley != null) {
            line(
                    text,
                    "\"a smiley face\" is one for %d of %d seeds [%.1f, %.1f %%]",
                    smiley.right(),
                    smiley.total(),
                    100 * smiley.interval().low(),
                    100 * smiley.interval().high());
        }
        Distance distance = report.distance();
        if (distance != null) {
            distance(text, distance);
        }
        Reconstruction back = report.autoencoder();
        if (back != null) {
            line(
                    text,
                    "autoencoder: PSNR %.2f dB, SSIM %.4f over %d unseen drawings",
                    back.psnr(),
                    back.ssim(),
                    back.pictures());
        }
        return text.append("\nreport.json and contact sheets are in ")
                .append(folder)
                .toString();
    }

    private static String setting(Map.Entry<String, Object> setting) {
        return setting.getKey().equals("model") || setting.getKey().equals("size")
                ? String.valueOf(setting.getValue())
                : setting.getKey().replace('_', ' ') + ' ' + setting.getValue();
    }

    private static void group(StringBuilder text, Group group) {
        text.append("\n%s combinations: %d prompts, %d pictures%n"
                .formatted(group.combinations(), group.prompts(), group.pictures()));
        text.append("  %-12s %8s  %-14s  %-14s  %8s%n".formatted("", "right", "95 % interval", "", "drawings"));
        group.scores()
                .forEach((name, score) -> text.append(String.format(
                        Locale.ROOT,
                        ROW,
                        name,
                        100 * score.interval().share(),
                        100 * score.interval().low(),
                        100 * score.interval().high(),
                        score.right(),
                        score.total(),
                        100 * score.drawings())));
    }

    private static void distance(StringBuilder text, Distance distance) {
        line(
                text,
                "distance from %d drawings of the same prompts, in the judge's %d features:",
                distance.pictures(),
                distance.features());
        line(text, "  FID %.3f (two sets of drawings: %.3f)", distance.frechet(), distance.frechetOfDrawings());
        line(text, "  KID %.5f (two sets of drawings: %.5f)", distance.kernel(), distance.kernelOfDrawings());
        if (distance.pictures() < 2 * distance.features()) {
            line(text, "  FID of fewer than %d pictures says little", 2 * distance.features());
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format + "%n", values));
    }
}
