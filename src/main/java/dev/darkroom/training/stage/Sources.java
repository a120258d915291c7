package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.AspectBuckets;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.data.FittedExamples;
import dev.darkroom.training.data.PictureFolder;
import dev.darkroom.training.data.PictureSizes;
import dev.darkroom.training.data.ShardedExamples;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the source of examples that settings name. */
final class Sources {

    /** Examples of shards that are held to be drawn from. */
    private static final int BUFFER = 1_000;

    private Sources() {}

    /** @throws UnusableSettingsException if there is no such source, or its own settings do not fit */
    static ExampleSource of(TrainingSettings settings) {
        Map.Entry<String, Object> data = settings.data().entrySet().iterator().next();
        return switch (data.getKey()) {
            case "world" -> world(settings, SettingsFile.part(data.getValue(), World.class));
            case "folder" -> folder(settings, SettingsFile.part(data.getValue(), Folder.class));
            case "shards" -> shards(settings, SettingsFile.part(data.getValue(), Shards.class));
            default ->
                throw new UnusableSettingsException(
                        "data." + data.getKey() + " is unknown; say world, folder or shards");
        };
    }

    private static ExampleSource folder(TrainingSettings settings, Folder folder) {
        if (folder.path() == null) {
            throw new UnusableSettingsException("data.folder.path is missing: the folder of the pictures");
        }
        try {
            return fitted(settings, PictureFolder.open(Path.of(folder.path()), settings.seed()), folder.mirrored());
        } catch (IOException e) {
            throw new UnusableSettingsException("data.folder.path cannot be used: " + e.getMessage(), e);
        }
    }

    private static ExampleSource shards(TrainingSettings settings, Shards shards) {
        if (shards.files() == null) {
            throw new UnusableSettingsException("data.shards.files is missing: patterns like x/{000..099}.tar");
        }
        int buffer = shards.buffer() == null ? BUFFER : shards.buffer();
        if (buffer < 1) {
            throw new UnusableSettingsException("data.shards.buffer is at least 1, not " + buffer);
        }
        try {
            return fitted(settings, ShardedExamples.open(shards.files(), settings.seed(), buffer), shards.mirrored());
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableSettingsException("data.shards.files cannot be used: " + e.getMessage(), e);
        }
    }

    /** Cut to the sizes that are trained on; nothing is mirrored unless it is asked for. */
    private static ExampleSource fitted(TrainingSettings settings, ExampleSource source, @Nullable Double mirrored) {
        double share = mirrored == null ? 0 : mirrored;
        if (share < 0 || share > 1) {
            throw new UnusableSettingsException("mirrored is a share between 0 and 1, not " + share);
        }
        return new FittedExamples(source, sizes(settings), share, settings.seed());
    }

    /** The square of {@code size}, and what {@code buckets} adds. */
    private static PictureSizes sizes(TrainingSettings settings) {
        Size square = new Size(settings.size(), settings.size());
        TrainingSettings.Buckets buckets = settings.buckets();
        if (buckets == null) {
            return PictureSizes.only(square);
        }
        List<Integer> sides = buckets.sides().isEmpty() ? List.of(settings.size()) : buckets.sides();
        try {
            List<AspectBuckets> others = sides.stream()
                    .map(side -> AspectBuckets.around(side, buckets.multiple(), buckets.elongated()))
                    .toList();
            return new PictureSizes(square, others, buckets.share());
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException("buckets do not fit: " + e.getMessage(), e);
        }
    }

    private static DrawnWorld world(TrainingSettings settings, World world) {
        long seed = world.seed() == null ? settings.seed() : world.seed();
        DrawnWorld trained = new DrawnWorld(curriculum(world), seed, sizes(settings));
        return Boolean.TRUE.equals(world.everything()) ? trained.everything() : trained;
    }

    private static Curriculum curriculum(World world) {
        if (world.curriculum() == null) {
            return Curriculum.CORE;
        }
        try {
            return Curriculum.valueOf(world.curriculum().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException(
                    "data.world.curriculum is " + world.curriculum() + "; say one of "
                            + Arrays.toString(Curriculum.values()).toLowerCase(Locale.ROOT),
                    e);
        }
    }

    private record World(
            @Nullable String curriculum,
            @Nullable Long seed,
            @Nullable Boolean everything) {}

    private record Folder(@Nullable String path, @Nullable Double mirrored) {}

    private record Shards(
            @Nullable List<String> files,
            @Nullable Integer buffer,
            @Nullable Double mirrored) {}
}
