package dev.darkroom.plot;

import dev.darkroom.denoise.NoiseLevel;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A forward process by name.
 *
 * @param name canonical name
 * @param title name as people write it
 * @param description one sentence
 * @param aliases further names
 * @param process its levels, for a number of steps of equal time
 */
public record VarianceSchedule(
        String name, String title, String description, List<String> aliases, IntFunction<List<NoiseLevel>> process) {

    /**
     * How noisy it is after 0, 1, … {@code steps} steps of equal time.
     *
     * @param steps at least 1
     */
    List<NoiseLevel> levels(int steps) {
        return process.apply(steps);
    }
}
