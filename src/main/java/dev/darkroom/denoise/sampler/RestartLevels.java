package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule.LevelFinder;
import dev.darkroom.denoise.schedule.SigmaCurve;
import java.util.ArrayList;
import java.util.List;

/** Levels that the restart sampler lays out itself. */
final class RestartLevels {

    private RestartLevels() {}

    /** Karras levels, noisiest first. */
    static List<NoiseLevel> karras(int count, double min, double max, LevelFinder levels) {
        List<NoiseLevel> found = new ArrayList<>();
        for (double sigma : SigmaCurve.karras(count, min, max, 7)) {
            found.add(levels.at(sigma));
        }
        return found;
    }

    /** Index of the level whose sigma is nearest. */
    static int nearest(List<NoiseLevel> levels, double sigma) {
        int nearest = 0;
        for (int i = 1; i < levels.size(); i++) {
            double distance = Math.abs(levels.get(i).sigma() - sigma);
            nearest = distance < Math.abs(levels.get(nearest).sigma() - sigma) ? i : nearest;
        }
        return nearest;
    }
}
