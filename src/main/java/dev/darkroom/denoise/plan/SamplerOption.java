package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.List;
import java.util.Locale;

/** What single samplers can be told; each is an entry of {@code scheduler_config.json} that a request may replace. */
public enum SamplerOption {
    /** Order of a solver. */
    ORDER("solver_order", "order"),
    /** Noise that is added and taken away again: Karras et al. 2022, algorithm 2. */
    S_CHURN("s_churn"),
    /** Smallest sigma with churn. */
    S_TMIN("s_tmin"),
    /** Largest sigma with churn. */
    S_TMAX("s_tmax"),
    /** Factor of fresh noise. */
    S_NOISE("s_noise"),
    /** Variance of a DDPM step. */
    VARIANCE_TYPE("variance_type"),
    /** Timesteps of the default schedule. */
    TIMESTEP_SPACING("timestep_spacing"),
    /** Of a flow model's levels towards noise. */
    SHIFT("shift", "flow_shift"),
    /** Size of a corrector's Langevin step. */
    SNR("snr"),
    /** Corrector's steps at each level. */
    CORRECT_STEPS("correct_steps"),
    /** Langevin step over the level's variance. */
    LANGEVIN_RATE("langevin_rate"),
    /** Langevin steps at each level. */
    LANGEVIN_STEPS("langevin_steps"),
    /** Of an adaptive solver. */
    TOLERANCE("tolerance"),
    /** Steps that each step goes further than the network is told: Chen et al. 2022. */
    TIME_DIFFERENCE("time_difference");

    private final List<String> entries;

    SamplerOption(String... entries) {
        this.entries = List.of(entries);
    }

    /** The configuration with this option set. */
    SchedulerConfig in(SchedulerConfig config, Object value) {
        SchedulerConfig set = config;
        for (String entry : entries) {
            set = set.with(entry, value);
        }
        return set;
    }

    /** As requests spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
