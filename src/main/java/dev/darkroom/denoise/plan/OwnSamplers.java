package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.Ddim;
import dev.darkroom.denoise.sampler.DiscardedDraws;
import dev.darkroom.denoise.sampler.DpmExponentials;
import dev.darkroom.denoise.sampler.DpmSolverMultistep;
import dev.darkroom.denoise.sampler.SlopeWeight;
import dev.darkroom.denoise.sampler.SolverFinish;
import java.util.List;

/**
 * Schedulers that no list offers: of one kind of model, from a picture to noise, or only there because a model's
 * configuration may name them.
 */
final class OwnSamplers {

    private static final DpmSolverMultistep COGVIDEOX = new DpmSolverMultistep(
            new DpmExponentials.Data(1, 1), 2, SlopeWeight.MIDPOINT, new SolverFinish(false, true));

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("dpmpp_3m_sde_diffusers")
                    .scheduler("DPMSolverMultistepScheduler")
                    .options(SolverSamplers.multistepOptions("sde-dpmsolver++", 3, "midpoint"))
                    .title(
                            "DPM++ 3M SDE diffusers",
                            "As diffusers weighs it, which does not converge; use DPM++ 3M SDE.")
                    .paper("Lu et al. 2022, https://arxiv.org/abs/2211.01095")
                    .stochastic()
                    .by(Recipes.solver(SolverSamplers::multistep)),
            own("ddim_inverse", "DDIMInverseScheduler")
                    .title("DDIM inverse", "From a picture to the noise that DDIM would make it of.")
                    .paper("Dhariwal and Nichol 2021, https://arxiv.org/abs/2105.05233, appendix F")
                    .by(InverseRecipes::ddim),
            own("dpmpp_2m_inverse", "DPMSolverMultistepInverseScheduler")
                    .title("DPM++ 2M inverse", "From a picture to the noise that DPM++ 2M would make it of.")
                    .paper("Lu et al. 2022, https://arxiv.org/abs/2211.01095")
                    .order(2)
                    .by(InverseRecipes::multistep),
            own("ddim_cogvideox", "CogVideoXDDIMScheduler")
                    .title("DDIM CogVideoX", "DDIM on a table whose signal-to-noise ratio is scaled.")
                    .paper("Yang et al. 2024, https://arxiv.org/abs/2408.06072")
                    .by(TimestepRecipes.strided(config -> new Ddim(0, Thresholding.NONE, false))),
            own("dpmpp_2m_sde_cogvideox", "CogVideoXDPMScheduler")
                    .title("DPM++ 2M SDE CogVideoX", "DPM++ 2M SDE on a table whose signal-to-noise ratio is scaled.")
                    .paper("Yang et al. 2024, https://arxiv.org/abs/2408.06072")
                    .order(2)
                    .stochastic()
                    .by(TimestepRecipes.strided(config -> new DiscardedDraws(COGVIDEOX))),
            own("ddpm_wuerstchen", "DDPMWuerstchenScheduler")
                    .title("DDPM Würstchen", "DDPM in continuous time on a cosine.")
                    .paper("Pernias et al. 2023, https://arxiv.org/abs/2306.00637")
                    .stochastic()
                    .by(OwnRecipes::wuerstchen),
            own("scm", "SCMScheduler")
                    .title("sCM", "For continuous-time consistency models: a picture in one to four steps.")
                    .paper("Lu and Song 2024, https://arxiv.org/abs/2410.11081")
                    .stochastic()
                    .by(OwnRecipes::trigFlow),
            own("consistency_decoder", "ConsistencyDecoderScheduler")
                    .title("Consistency decoder", "Two jumps from a latent's shape to a picture.")
                    .paper("Song et al. 2023, https://arxiv.org/abs/2303.01469, algorithm 1")
                    .stochastic()
                    .by(OwnRecipes::consistencyDecoder),
            own("flow_map_euler", "FlowMapEulerDiscreteScheduler")
                    .title("Flow map Euler", "Any step of a flow in one evaluation, for models that learned the map.")
                    .paper("Boffi et al. 2024, https://arxiv.org/abs/2406.07507")
                    .by(OwnRecipes::flowMap),
            own("minimax_h3", "MiniMaxH3Scheduler")
                    .title("MiniMax H3", "Euler along a flow whose time runs from noise to data.")
                    .paper("https://github.com/huggingface/diffusers")
                    .by(OwnRecipes::minimax),
            own("karras_ve", "KarrasVeScheduler")
                    .title("Karras VE", "Heun with much churn; the first form of Karras et al. in diffusers.")
                    .paper("Karras et al. 2022, https://arxiv.org/abs/2206.00364, algorithm 2")
                    .order(2)
                    .stochastic()
                    .evaluations(2)
                    .by(OwnRecipes::karrasVe));

    private OwnSamplers() {}

    private static SamplerEntryBuilder own(String name, String className) {
        return SamplerEntry.named(name)
                .scheduler(className)
                .family(ModelFamily.OWN)
                .ownTimesteps();
    }
}
