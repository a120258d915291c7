package dev.darkroom.model;

import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.text.UnusableTokenizerException;
import dev.darkroom.torch.Checkpoint;
import dev.darkroom.torch.CheckpointCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds all that is wrong with a directory, not only what a first attempt to load it would trip over. Reads
 * configurations and headers, neither weights nor the engine. One use, one thread.
 */
public final class ModelChecker {

    private final Set<String> problems = new LinkedHashSet<>();
    private final Path folder;

    private ModelChecker(Path folder) {
        this.folder = folder;
    }

    /** What is wrong, in sentences that name the file and say what to do; empty if the model can be used. */
    public static List<String> problems(Path folder) {
        ModelChecker checker = new ModelChecker(folder);
        checker.check();
        return List.copyOf(checker.problems);
    }

    private void check() {
        if (Files.isRegularFile(folder)) {
            problems.add(folder + " is a single file, not a diffusers directory; convert it once with diffusers:"
                    + " StableDiffusionPipeline.from_single_file(file).save_pretrained(folder)");
            return;
        }
        if (!Files.isDirectory(folder)) {
            problems.add("there is no folder " + folder + "; check the path");
            return;
        }
        ModelDirectory directory = attempt(() -> ModelDirectory.open(folder));
        if (directory != null) {
            Map<String, Object> unet = network(directory.unet(), CheckpointCheck::unet);
            if (directory.space() == ModelSpace.LATENT) {
                around(unet, directory);
            }
            attempt(() -> {
                SchedulerCheck.require(directory);
                return directory;
            });
            attempt(() -> DescriptorReader.read(folder.toString(), folder));
        }
    }

    /** What stands around the UNet of a model of latents. */
    private void around(Map<String, Object> unet, ModelDirectory directory) {
        Map<String, Object> text = network(directory.textEncoder(), CheckpointCheck::textEncoder);
        Map<String, Object> vae = network(directory.vae(), CheckpointCheck::autoencoder);
        equal(
                new Width(directory.textEncoder(), text, "hidden_size"),
                new Width(directory.unet(), unet, "cross_attention_dim"));
        equal(new Width(directory.vae(), vae, "latent_channels"), new Width(directory.unet(), unet, "out_channels"));
        attempt(() -> ClipTokenizer.read(directory.tokenizer()));
    }

    /** The configuration; empty if it cannot be read. */
    private Map<String, Object> network(Path network, Function<Checkpoint, List<String>> check) {
        int before = problems.size();
        Map<String, Object> config = attempt(() -> JsonFiles.map(network.resolve("config.json")));
        List<Path> weights = attempt(() -> WeightFiles.find(network));
        if (weights != null) {
            weights.forEach(file -> attempt(() -> SafetensorsFile.open(file)));
        }
        if (problems.size() == before) {
            List<String> found = attempt(() -> check.apply(Component.open(network)));
            problems.addAll(found == null ? List.of() : found);
        }
        return config == null ? Map.of() : config;
    }

    /** The two networks exchange tensors of this width. */
    private void equal(Width one, Width other) {
        Object mine = one.value();
        Object theirs = other.value();
        if (mine != null && theirs != null && !mine.equals(theirs)) {
            problems.add(one + " is " + mine + ", but " + other + " is " + theirs
                    + "; the two come from different models: take both from one");
        }
    }

    private <T> @Nullable T attempt(Step<T> step) {
        try {
            return step.take();
        } catch (ModelFormatException | UnusableTokenizerException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private interface Step<T> {
        T take();
    }

    private record Width(Path network, Map<String, Object> config, String key) {

        @Nullable
        Object value() {
            return config.get(key);
        }

        @Override
        public String toString() {
            return key + " of " + network.resolve("config.json");
        }
    }
}
