package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.ArrayList;
import java.util.List;

/**
 * Restart sampling: Heun steps, and near the end a jump back up with fresh noise to walk the last part again. Xu et al.
 * 2023, algorithm 2, <a href="https://arxiv.org/abs/2306.14878">arXiv:2306.14878</a>; the intervals are webui's, which
 * needs 20 steps to restart.
 *
 * @param noiseScale standard deviation of the draws, 1 in theory
 */
public record Restart(double noiseScale) implements Sampler {

    private static final double LOW = 0.1;
    private static final double HIGH = 2;
    private static final int FEWEST_STEPS = 20;
    private static final int STEPS_FOR_TWO = 36;

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        Heun heun = new Heun(Churn.NONE);
        List<Schedule.Step> steps = steps(schedule);
        double reached = steps.get(0).from().sigma();
        for (int i = 0; i < steps.size(); i++) {
            double sigma = steps.get(i).from().sigma();
            if (sigma > reached) {
                x = combine(1, x, Math.sqrt(sigma * sigma - reached * reached) * noiseScale, noise.next());
            }
            Schedule single = new Schedule(List.of(steps.get(i)), 0, schedule.levels());
            x = heun.sample(x, single, denoiser, noise, StepObserver.none());
            reached = steps.get(i).to().sigma();
            observer.finished(schedule.begin() + i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return TwoStage.evaluations(new Schedule(steps(schedule), 0, schedule.levels()));
    }

    /** All steps with the restarts between them; together as many as the schedule has. */
    private static List<Schedule.Step> steps(Schedule schedule) {
        int count = schedule.remaining();
        List<Schedule.Step> given = schedule.steps().subList(schedule.begin(), schedule.size());
        if (count < FEWEST_STEPS || !given.get(count - 1).to().clean()) {
            return given;
        }
        int times = count >= STEPS_FOR_TWO ? 2 : 1;
        int length = count >= STEPS_FOR_TWO ? count / 4 : 9;
        double max = given.get(0).from().sigma();
        double min = given.get(count - 1).from().sigma();
        List<NoiseLevel> main = RestartLevels.karras(count - length * times, min, max, schedule.levels());
        main.add(given.get(count - 1).to());
        int low = RestartLevels.nearest(main, LOW);
        int high = RestartLevels.nearest(main, HIGH);
        List<Schedule.Step> walked = new ArrayList<>();
        for (int i = 0; i + 1 < main.size(); i++) {
            walked.add(new Schedule.Step(main.get(i), main.get(i + 1)));
            if (i + 1 == low && high < low) {
                List<NoiseLevel> again = RestartLevels.karras(
                        length + 1, main.get(low).sigma(), main.get(high).sigma(), schedule.levels());
                for (int time = 0; time < times; time++) {
                    walked.addAll(Schedule.through(again, schedule.levels()).steps());
                }
            }
        }
        return walked;
    }
}
