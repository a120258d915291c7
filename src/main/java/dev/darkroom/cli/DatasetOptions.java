package dev.darkroom.cli;

import dev.darkroom.generation.Size;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.data.FittedExamples;
import dev.darkroom.training.data.PictureFolder;
import dev.darkroom.training.data.PictureSizes;
import dev.darkroom.training.data.ShardedExamples;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which pictures: the drawn world, or somebody's. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class DatasetOptions {

    private static final String WORLD = "world";

    @Option(
            names = "--data",
            defaultValue = WORLD,
            paramLabel = "world|FOLDER|SHARDS",
            description = {
                "The drawn world, a folder of pictures with",
                "captions beside them, or webdataset shards as",
                "a pattern: 'x/{000..099}.tar', 'x/*.tar'.",
                "Default: ${DEFAULT-VALUE}."
            })
    private String data;

    @Option(
            names = "--curriculum",
            defaultValue = "full",
            description = "How much of the drawn world: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Curriculum curriculum;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed, other pictures. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--width",
            paramLabel = "PIXELS",
            defaultValue = "256",
            description = "Width of the pictures. Default: ${DEFAULT-VALUE}.")
    private int width;

    @Option(
            names = "--height",
            paramLabel = "PIXELS",
            defaultValue = "256",
            description = "Height of the pictures. Default: ${DEFAULT-VALUE}.")
    private int height;

    /** The drawn world at the size that was asked for. */
    DrawnWorld world() {
        return new DrawnWorld(curriculum, seed, new Size(width, height));
    }

    boolean isWorld() {
        return data.equals(WORLD);
    }

    /** The pictures, cut to the size that was asked for. */
    ExampleSource source() throws IOException {
        if (isWorld()) {
            return world();
        }
        ExampleSource source = Files.isDirectory(Path.of(data))
                ? PictureFolder.open(Path.of(data), seed)
                : ShardedExamples.open(List.of(data), seed, 1);
        return new FittedExamples(source, PictureSizes.only(new Size(width, height)), 0, seed);
    }
}
