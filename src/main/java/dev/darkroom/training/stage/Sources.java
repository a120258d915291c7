package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the source of examples that settings name. */
final class Sources {

    private Sources() {}

    /** @throws UnusableSettingsException if there is no such source, or its own settings do not fit */
    static ExampleSource of(TrainingSettings settings) {
        Map.Entry<String, Object> data = settings.data().entrySet().iterator().next();
        if (data.getKey().equals("world")) {
            return world(settings, SettingsFile.part(data.getValue(), World.class));
        }
        throw new UnusableSettingsException("data." + data.getKey() + " is unknown; say world");
    }

    private static DrawnWorld world(TrainingSettings settings, World world) {
        Size size = new Size(settings.size(), settings.size());
        return new DrawnWorld(curriculum(world), world.seed() == null ? settings.seed() : world.seed(), size);
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
            @Nullable String curriculum, @Nullable Long seed) {}
}
