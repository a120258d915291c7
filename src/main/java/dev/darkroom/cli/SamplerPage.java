package dev.darkroom.cli;

import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.denoise.plan.ScheduleEntry;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of all samplers and schedules, in Markdown; the same catalog gives the same page. */
final class SamplerPage {

    private static final Pattern ADDRESS = Pattern.compile("([^;]*?),? ?(https://[^\\s,;]+)([^;]*)");

    private static final String HEAD = """
            # Samplers and schedules

            Written by `darkroom samplers pages docs`; do not edit. `GET /api/v1/samplers` and `/api/v1/schedules` say the same.

            Names and aliases are understood however they are cased and spaced, and with a schedule behind them, as in
            `DPM++ 2M Karras`; so are k-diffusion's `sample_…` functions and the scheduler classes of diffusers with or without
            `Scheduler`. A plain name means the sampler of the model's family: `euler` is `flow_euler` for a flow model.

            ![Deterministic samplers](img/convergence-deterministic.svg)

            ![Stochastic samplers](img/convergence-stochastic.svg)

            Both plots are made on data whose score is known exactly, without a network: values drawn from a mixture of three normal
            distributions. In one dimension the probability flow carries quantiles to equal quantiles, so its end is known, too.

            ## Samplers

            - **Order** of convergence. Multistep samplers begin with steps of lower order; so DPM++ 3M falls like order 2 at last, though
              far below DPM++ 2M.
            - **Eval.** is network evaluations a step; **Steps** are counts that give good pictures.
            - **Noise**: whether fresh noise is added; **η** is the default of `eta` where there is one. Giving `eta` to a sampler
              without is a 422, but for 0 where nothing is random anyway.
            - **Takes**: s = a schedule, σ = a list `sigmas`, t = a list `timesteps` (see below), B = `brownian`.
            """;

    private static final String LISTS = """

            ## Lists of levels

            `"sigmas": [14.6, 5, 1.2, 0.3, 0]` walks exactly these noise levels, `"timesteps": [999, 749, 499, 249]` exactly these
            training timesteps. Both fall strictly; sigmas are above 0 but for the last one, where the run ends; timesteps lie within
            those that the model was trained on, whole ones for samplers that walk timesteps. They take the place of `steps`,
            `schedule`, `sigma_min` and `sigma_max`. For a flow model sigma is the share of noise, 1 to 0, and is not shifted again.
            A list that cannot be walked, or whose sampler chooses its own levels, is a 422 that says which number is wrong.

            ## Brownian noise

            k-diffusion and webui draw the noise of DPM++ SDE, 2M SDE and 3M SDE from one Brownian motion over the noise levels
            (`torchsde`), so that other step counts walk the same path. `"brownian": true` does so with the same numbers; without it
            each draw is independent, as in diffusers. It costs up to 24 draws a step.

            ## Options of single samplers

            `"sampler_options": {"s_churn": 20, "s_noise": 1.003}`: what only some samplers take. Without it they are the model's. A sampler
            that has no such option, and a value beyond its limits, is an error that says who takes it.

            | option | limits | meaning | samplers |
            |---|---|---|---|
            OPTIONS
            ## CFG++

            The samplers named `…_cfg_pp` go to the guided prediction but put back the noise of the unguided one. They evaluate both at
            any `guidance_scale` and want 0 to 2; above that the job carries a warning.

            ## Schedules

            | Name | Title | | Paper |
            |---|---|---|---|
            """;

    private static final String UNLISTED = """

            ## Schedulers of one kind of model

            A model whose `scheduler_config.json` names one of these classes of diffusers runs with it and with no other sampler:
            DDPMWuerstchen, CogVideoXDDIM, CogVideoXDPM, SCM, ConsistencyDecoder, FlowMapEulerDiscrete, MiniMaxH3 and KarrasVe.
            Amused, BlockRefinement, DiscreteDDIM, EntropyBound and VQDiffusion make tokens, not pictures or latents, and Helios, Piflow and
            RFD4Proteina belong to pipelines of their own; a model that names one is refused. RePaint is `inpaint.resample` here, around any sampler.
            DDIMInverse and DPMSolverMultistepInverse run from a picture to noise and are for inversion. A DPMSolverMultistep with
            `sde-dpmsolver++` of order 3 runs as diffusers weighs it, which does not converge; `dpmpp_3m_sde` does.
            """;

    private SamplerPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (ModelFamily family : ModelFamily.values()) {
            List<SamplerEntry> samplers = SamplerCatalog.all().stream()
                    .filter(sampler -> sampler.family() == family)
                    .toList();
            if (!samplers.isEmpty()) {
                page.append("\n### ").append(title(family)).append("\n\n");
                page.append("| Name | Title | Order | Eval. | Noise | η | Steps | Takes | | Paper |\n");
                page.append("|---|---|---|---|---|---|---|---|---|---|\n");
                samplers.forEach(sampler -> page.append(row(sampler)));
            }
        }
        page.append("\nFurther names:\n\n");
        SamplerCatalog.all().forEach(sampler -> page.append(names(sampler)));
        page.append(LISTS.replace("OPTIONS\n", SamplerOptionsTable.markdown()));
        for (ScheduleEntry schedule : ScheduleCatalog.all()) {
            page.append("| `%s`%s | %s | %s | %s |%n"
                    .formatted(
                            schedule.name(),
                            schedule.aliases().stream()
                                    .map(alias -> ", `" + alias + "`")
                                    .collect(Collectors.joining()),
                            schedule.title(),
                            schedule.description(),
                            links(schedule.paper())));
        }
        return page.append(UNLISTED).toString();
    }

    private static String title(ModelFamily family) {
        return switch (family) {
            case DISCRETE -> "Models trained on timesteps: Stable Diffusion and most others";
            case EDM -> "Models with the preconditioning of EDM";
            case CONSISTENCY -> "Consistency models";
            case FLOW -> "Flow models";
            case DANCE -> "Dance Diffusion";
            case VE_SDE -> "Score models of the variance-exploding SDE";
            case VP_SDE -> "Score models of the variance-preserving SDE";
            case SUB_VP_SDE -> "Score models of the sub-VP SDE";
            case OWN -> "Others";
        };
    }

    private static String row(SamplerEntry sampler) {
        Facts facts = sampler.facts();
        return "| `%s` | %s | %d | %d | %s | %s | %d–%d | %s | %s | %s |%n"
                .formatted(
                        sampler.name(),
                        facts.title(),
                        facts.order(),
                        facts.evaluations(),
                        facts.stochastic() ? "yes" : "no",
                        facts.eta() == null ? "" : number(facts.eta()),
                        facts.goodSteps().get(0),
                        facts.goodSteps().get(1),
                        takes(sampler),
                        facts.description(),
                        links(facts.paper()));
    }

    private static String takes(SamplerEntry sampler) {
        return Stream.of(
                        sampler.takesSchedules() ? "s" : "",
                        sampler.takes().stream()
                                .sorted()
                                .map(list -> switch (list) {
                                    case SIGMAS -> "σ";
                                    case TIMESTEPS -> "t";
                                })
                                .collect(Collectors.joining(" ")),
                        sampler.traits().stream()
                                .map(trait -> switch (trait) {
                                    case BROWNIAN -> "B";
                                    case CFG_PLUS_PLUS -> "";
                                })
                                .collect(Collectors.joining()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String names(SamplerEntry sampler) {
        String names = Stream.concat(Stream.of(sampler.className()), sampler.aliases().stream())
                .filter(name -> !name.isEmpty())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "- `%s`: %s%n".formatted(sampler.name(), names);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** A reference such as {@code Who 2022, https://…, section 3; Who 2023, https://…} with its addresses as links. */
    private static String links(String paper) {
        return Stream.of(paper.split(";"))
                .map(String::strip)
                .map(reference -> ADDRESS.matcher(reference).replaceFirst(found -> {
                    String name = found.group(1).isBlank() ? found.group(2) : found.group(1);
                    return "[" + name.strip() + "](" + found.group(2) + ")" + found.group(3);
                }))
                .collect(Collectors.joining("; "));
    }
}
