package dev.darkroom.denoise;

import java.util.ArrayList;
import java.util.List;

/**
 * The noise levels that a sampler visits, noisiest first: a value that knows nothing of networks or samplers.
 *
 * @param steps all steps of the schedule
 * @param begin index of the first step to run; above 0 when a run starts from a picture
 * @param levels finds a level between the listed ones
 */
public record Schedule(List<Step> steps, int begin, LevelFinder levels) {

    /**
     * One step.
     *
     * @param from level of the latent before the step; the network is evaluated here first
     * @param to level of the latent after the step
     */
    public record Step(NoiseLevel from, NoiseLevel to) {}

    /** Finds the level of a sigma, in the frame of the schedule. */
    @FunctionalInterface
    public interface LevelFinder {
        NoiseLevel at(double sigma);
    }

    public Schedule {
        steps = List.copyOf(steps);
        if (begin < 0 || begin > steps.size()) {
            throw new IllegalArgumentException("step " + begin + " of " + steps.size() + " does not exist");
        }
    }

    /** A schedule that walks from each level to the next one; {@code visited} holds one level more than steps. */
    public static Schedule through(List<NoiseLevel> visited, LevelFinder levels) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i + 1 < visited.size(); i++) {
            steps.add(new Step(visited.get(i), visited.get(i + 1)));
        }
        return new Schedule(steps, 0, levels);
    }

    /** The same schedule, entered at another step. */
    public Schedule startingAt(int step) {
        return new Schedule(steps, step, levels);
    }

    /**
     * The schedule entered at a noise-to-signal ratio: its first step begins there, between two levels if need be. A ratio
     * above the noisiest level begins at that level; one below the last step's leaves no steps.
     */
    public Schedule enteredAt(double ratio) {
        int first = begin;
        while (first < size() && to(first).sigma() / to(first).alpha() >= ratio) {
            first++;
        }
        if (first == size()
                || to(first).clean() && from(first).sigma() / from(first).alpha() > ratio) {
            return startingAt(size());
        }
        List<Step> entered = new ArrayList<>(steps.subList(first, size()));
        entered.set(0, new Step(from(first).towards(to(first), ratio), to(first)));
        return new Schedule(entered, 0, levels);
    }

    /** Number of steps of the whole schedule; loops run from {@link #begin} to here. */
    public int size() {
        return steps.size();
    }

    /** Number of steps that are run. */
    public int remaining() {
        return steps.size() - begin;
    }

    /** Level before step {@code i}. */
    public NoiseLevel from(int i) {
        return steps.get(i).from();
    }

    /** Level after step {@code i}. */
    public NoiseLevel to(int i) {
        return steps.get(i).to();
    }

    /** Whether step {@code i} is the last one. */
    public boolean last(int i) {
        return i == steps.size() - 1;
    }
}
