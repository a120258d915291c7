package dev.darkroom.training.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/**
 * {@code README.md} of a model.
 *
 * @param title in a few words
 * @param pipeline class of diffusers that the folder is laid out for
 * @param task in the words of model hubs
 */
record ModelCard(String title, String pipeline, String task) {

    /**
     * Writes the card.
     *
     * @param data what was trained on
     * @param facts of the training, in order
     * @param figures what was measured at its end
     */
    void write(Path folder, String data, Map<String, Object> facts, Map<String, Double> figures) throws IOException {
        StringBuilder card = new StringBuilder();
        card.append("---\nlicense: apache-2.0\nlibrary_name: diffusers\npipeline_tag: ")
                .append(task)
                .append("\n---\n\n# ")
                .append(title)
                .append(" trained by Darkroom\n\nWeights in half precision, in the layout of diffusers' `")
                .append(pipeline)
                .append("`.\n\n- data: ")
                .append(data)
                .append("\n- date: ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append('\n');
        facts.forEach((name, value) ->
                card.append("- ").append(name).append(": ").append(value).append('\n'));
        if (!figures.isEmpty()) {
            card.append(
                    "\nMeasured at the end, on examples that were never trained on:\n\n| figure | value |\n|---|---|\n");
            figures.forEach((name, value) ->
                    card.append("| %s | %s |%n".formatted(name, String.format(Locale.ROOT, "%.4f", value))));
        }
        Files.writeString(folder.resolve("README.md"), card);
    }
}
