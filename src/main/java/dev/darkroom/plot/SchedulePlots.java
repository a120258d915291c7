package dev.darkroom.plot;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.denoise.plan.ScheduleEntry;
import dev.darkroom.denoise.plan.TrainedProcess;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import dev.darkroom.plot.ScheduleSheets.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds schedules by name and puts them on a sheet. A name is a sigma schedule's if there is one, else a variance
 * schedule's; what lies over it is of the same kind. Thread-safe.
 */
public final class SchedulePlots {

    /** Most curves of a sheet. */
    public static final int MOST_CURVES = 8;

    /** Most training timesteps of a variance schedule; at least 2. */
    public static final int MOST_TIMESTEPS = 4000;

    /** What the training of the model itself is called. */
    private static final String TRAINED = "trained";

    private static final int USUAL_TIMESTEPS = 1000;
    private static final int USUAL_STEPS = 20;

    private final int mostSteps;

    /** @param mostSteps of a run */
    public SchedulePlots(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    /**
     * What is to be plotted.
     *
     * @param name any known spelling
     * @param with of the same kind, to lie over it
     * @param steps of a run, or timesteps of training
     * @param model id of a model
     * @param scheduler the model's {@code scheduler_config.json}
     */
    public record Request(
            String name, List<String> with, Optional<Integer> steps, String model, SchedulerConfig scheduler) {}

    /** Names of the schedules that can be plotted. */
    public static List<String> names() {
        return Stream.of(
                        ScheduleCatalog.all().stream().map(ScheduleEntry::name),
                        VarianceSchedules.all().stream().map(VarianceSchedule::name),
                        Stream.of(TRAINED))
                .flatMap(Function.identity())
                .toList();
    }

    /** Whether there is a schedule of this name. */
    public static boolean knows(String name) {
        return ScheduleCatalog.find(name).isPresent() || isVariance(name);
    }

    /**
     * The sheet.
     *
     * @throws InvalidRequestException if something but the name itself does not fit
     */
    public Sheet sheet(Request request) {
        boolean sigma = ScheduleCatalog.find(request.name()).isPresent();
        int most = sigma ? mostSteps : MOST_TIMESTEPS;
        int least = sigma ? 1 : 2;
        int steps = request.steps().orElse(sigma ? USUAL_STEPS : USUAL_TIMESTEPS);
        if (steps < least || steps > most) {
            throw new InvalidRequestException(
                    "steps", "is " + steps + "; give a whole number from " + least + " to " + most);
        }
        List<String> names = Stream.concat(Stream.of(request.name()), request.with().stream())
                .toList();
        if (names.size() > MOST_CURVES) {
            throw new InvalidRequestException(
                    "with", "is given " + request.with().size() + " times; at most " + (MOST_CURVES - 1) + " fit");
        }
        return sigma ? sigmas(names, steps, request) : variances(names, steps, request);
    }

    private static Sheet sigmas(List<String> names, int steps, Request request) {
        List<Named> schedules = new ArrayList<>();
        for (String name : names) {
            ScheduleEntry entry = ScheduleCatalog.find(name)
                    .orElseThrow(() -> misfit(
                            name,
                            isVariance(name),
                            "is a variance schedule",
                            ScheduleCatalog.all().stream().map(ScheduleEntry::name)));
            add(schedules, new Named(entry.title(), visited(entry, steps, request.scheduler())));
        }
        return ScheduleSheets.sigmas(schedules, steps + " steps of " + request.model());
    }

    private static List<NoiseLevel> visited(ScheduleEntry entry, int steps, SchedulerConfig model) {
        String sampler = SamplerCatalog.of(model).family() == ModelFamily.DISCRETE ? "euler" : null;
        try {
            return ScheduleSheets.visited(SamplingPlanner.plan(
                            model, new SamplingOptions(sampler, entry.name(), Steps.of(steps), null, null, null))
                    .schedule());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("steps", entry.name() + ": " + e.getMessage());
        }
    }

    private static Sheet variances(List<String> names, int steps, Request request) {
        List<Named> schedules = new ArrayList<>();
        for (String name : names) {
            if (name.equals(TRAINED)) {
                add(schedules, new Named(request.model(), trained(request)));
            } else {
                VarianceSchedule schedule = VarianceSchedules.find(name)
                        .orElseThrow(() -> misfit(
                                name,
                                ScheduleCatalog.find(name).isPresent(),
                                "is a sigma schedule",
                                VarianceSchedules.all().stream().map(VarianceSchedule::name)));
                add(schedules, new Named(schedule.title(), schedule.levels(steps)));
            }
        }
        return ScheduleSheets.variances(schedules, steps + " timesteps");
    }

    private static List<NoiseLevel> trained(Request request) {
        try {
            return TrainedProcess.of(request.scheduler()).all();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("model", String.valueOf(e.getMessage()));
        }
    }

    /** Each once, however often it is asked for. */
    private static void add(List<Named> schedules, Named schedule) {
        if (schedules.stream().noneMatch(known -> known.name().equals(schedule.name()))) {
            schedules.add(schedule);
        }
    }

    private static InvalidRequestException misfit(
            String name, boolean otherKind, String what, Stream<String> possible) {
        List<String> names = possible.toList();
        String message = otherKind
                ? what + ", which the others are not; give some of " + String.join(", ", names)
                : "is not a known schedule" + NearNames.hint(name, names) + "; GET /api/v1/schedules lists them all";
        return new InvalidRequestException("with", Quoted.of(name) + " " + message);
    }

    private static boolean isVariance(String name) {
        return name.equals(TRAINED) || VarianceSchedules.find(name).isPresent();
    }
}
