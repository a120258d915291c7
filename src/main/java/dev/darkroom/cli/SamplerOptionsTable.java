package dev.darkroom.cli;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerOption;
import java.util.stream.Collectors;

/** Who takes which option, in Markdown. */
final class SamplerOptionsTable {

    private SamplerOptionsTable() {}

    static String markdown() {
        StringBuilder rows = new StringBuilder();
        for (SamplerOption option : SamplerOption.values()) {
            rows.append("| `%s` | %s | %s | %s |%n"
                    .formatted(option.spelled(), limits(option), meaning(option), samplers(option)));
        }
        return rows.append('\n').toString();
    }

    private static String limits(SamplerOption option) {
        return switch (option) {
            case ORDER -> "1–4";
            case S_CHURN -> "0–100";
            case S_TMIN, S_TMAX -> "from 0";
            case S_NOISE -> "0–2";
            case VARIANCE_TYPE -> "`fixed_small`, `fixed_large`";
            case TIMESTEP_SPACING -> "`linspace`, `leading`, `trailing`";
            case SHIFT -> "0.01–100";
            case SNR, LANGEVIN_RATE -> "0.001–1";
            case CORRECT_STEPS -> "0–10";
            case LANGEVIN_STEPS -> "1–20";
            case TOLERANCE -> "1e-6–0.1";
            case TIME_DIFFERENCE -> "0–20";
        };
    }

    private static String meaning(SamplerOption option) {
        return switch (option) {
            case ORDER -> "of the solver";
            case S_CHURN -> "noise added and taken away again on the way (Karras et al. 2022, algorithm 2)";
            case S_TMIN -> "smallest sigma with churn";
            case S_TMAX -> "largest sigma with churn";
            case S_NOISE -> "factor of fresh noise";
            case VARIANCE_TYPE -> "variance of a step; a network that learned its own keeps it";
            case TIMESTEP_SPACING -> "of the default schedule (Lin et al. 2023, table 2)";
            case SHIFT -> "of a flow model's levels towards noise";
            case SNR -> "size of the corrector's step";
            case CORRECT_STEPS -> "corrector's steps at each level";
            case LANGEVIN_RATE -> "Langevin step over the level's variance";
            case LANGEVIN_STEPS -> "Langevin steps at each level";
            case TOLERANCE -> "error that the adaptive solver allows itself";
            case TIME_DIFFERENCE -> "steps that each step goes further than the network is told (Chen et al. 2022)";
        };
    }

    private static String samplers(SamplerOption option) {
        if (option == SamplerOption.TIMESTEP_SPACING) {
            return "those of models trained on timesteps that take `default`, but for the singlestep solvers; `ddim`, `ddpm`";
        }
        return SamplerCatalog.all().stream()
                .filter(sampler -> sampler.tunable().contains(option))
                .map(SamplerEntry::name)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }
}
