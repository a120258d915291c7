package dev.darkroom.denoise.sde;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.Schedule.Step;
import dev.darkroom.denoise.schedule.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * Equally spaced times of an SDE as schedules, from 1 to the smallest time.
 *
 * @param sde the forward process
 * @param smallest where to end, above 0: the score of clean data has no bound
 */
public record TimeGrid(Sde sde, double smallest) {

    public TimeGrid {
        if (!(smallest > 0 && smallest < 1)) {
            throw new IllegalArgumentException("sampling_eps must lie between 0 and 1, not " + smallest);
        }
    }

    /** Steps of equal length, each from where the last one ended; the smallest time is only arrived at. */
    public Schedule chained(int count) {
        double[] times = Grid.linear(1, smallest, count + 1);
        List<NoiseLevel> visited = new ArrayList<>();
        for (double time : times) {
            visited.add(sde.level(time));
        }
        return Schedule.through(visited, sde::atRatio);
    }

    /**
     * Steps as Song et al. 2021 take them: the score is asked for at the smallest time too, and each step is as long as if
     * the times reached down to 0.
     */
    public Schedule overlapping(int count) {
        List<Step> steps = new ArrayList<>();
        for (double time : Grid.linear(1, smallest, count)) {
            double end = time - 1.0 / count;
            NoiseLevel reached = end > 0 ? sde.level(end) : new NoiseLevel(0, 1, 0);
            steps.add(new Step(sde.level(time), new NoiseLevel(end, reached.alpha(), reached.sigma())));
        }
        return new Schedule(steps, 0, sde::atRatio);
    }

    /** As {@link #overlapping}, for noise that is told by its level alone: each step leads to the next level, then to 0. */
    public Schedule throughLevels(int count) {
        List<NoiseLevel> visited = new ArrayList<>();
        for (double time : Grid.linear(1, smallest, count)) {
            visited.add(sde.level(time));
        }
        visited.add(new NoiseLevel(0, 1, 0));
        return Schedule.through(visited, sde::atRatio);
    }
}
