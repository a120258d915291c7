package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that others have for samplers and schedules. */
class SamplerNamesTest {

    /** As papers and people write them. */
    @ParameterizedTest
    @CsvSource({
        "DDPM,ddpm",
        "PNDM,pndm",
        "LMS,lms",
        "Heun,heun",
        "DPM2,dpm_2",
        "DPM2 a,dpm_2_ancestral",
        "DPM fast,dpm_fast",
        "DPM adaptive,dpm_adaptive",
        "DPM-Solver,dpm_solver_2m",
        "DPM-Solver-3 multistep,dpm_solver_3m",
        "DPM-Solver-2 singlestep,dpm_solver_2s",
        "DPM-Solver-3 singlestep,dpm_solver_3s",
        "DPM++ 2S a,dpmpp_2s_ancestral",
        "DPM++ 2M SDE Heun,dpmpp_2m_sde_heun",
        "DPM++ 3M SDE,dpmpp_3m_sde",
        "UniPC bh1,uni_pc",
        "UniPC bh2,uni_pc_bh2",
        "DEIS,deis",
        "IPNDM,ipndm",
        "SA-Solver,sa_solver",
        "LCM,lcm",
        "TCD,tcd",
        "EDM Euler,edm_euler",
        "EDM DPM,edm_dpmpp_2m",
        "consistency multistep,cm_multistep",
        "Restart,restart",
        "flow Euler,flow_euler",
        "flow Heun,flow_heun",
        "annealed Langevin,annealed_langevin",
        "reverse SDE,reverse_sde",
        "predictor-corrector,predictor_corrector",
        "probability flow,probability_flow"
    })
    void everyNameOfTheLiteratureIsKnown(String spelling, String name) {
        assertThat(SamplerCatalog.get(spelling).sampler().name()).isEqualTo(name);
    }

    /** Classes of diffusers 0.42 that make continuous pictures or latents out of noise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CMStochasticIterativeScheduler",
                "CogVideoXDDIMScheduler",
                "CogVideoXDPMScheduler",
                "ConsistencyDecoderScheduler",
                "CosineDPMSolverMultistepScheduler",
                "DDIMInverseScheduler",
                "DDIMParallelScheduler",
                "DDIMScheduler",
                "DDPMParallelScheduler",
                "DDPMScheduler",
                "DDPMWuerstchenScheduler",
                "DEISMultistepScheduler",
                "DPMSolverMultistepInverseScheduler",
                "DPMSolverMultistepScheduler",
                "DPMSolverSDEScheduler",
                "DPMSolverSinglestepScheduler",
                "EDMDPMSolverMultistepScheduler",
                "EDMEulerScheduler",
                "EulerAncestralDiscreteScheduler",
                "EulerDiscreteScheduler",
                "FlowMapEulerDiscreteScheduler",
                "FlowMatchEulerDiscreteScheduler",
                "FlowMatchHeunDiscreteScheduler",
                "FlowMatchLCMScheduler",
                "HeunDiscreteScheduler",
                "IPNDMScheduler",
                "KarrasVeScheduler",
                "KDPM2AncestralDiscreteScheduler",
                "KDPM2DiscreteScheduler",
                "LCMScheduler",
                "LMSDiscreteScheduler",
                "LTXEulerAncestralRFScheduler",
                "MiniMaxH3Scheduler",
                "PNDMScheduler",
                "SASolverScheduler",
                "SCMScheduler",
                "ScoreSdeVeScheduler",
                "ScoreSdeVpScheduler",
                "TCDScheduler",
                "UnCLIPScheduler",
                "UniPCMultistepScheduler"
            })
    void everySchedulerClassIsKnown(String name) {
        SchedulerConfig config = new SchedulerConfig(name, Map.of());
        assertThat(SamplerCatalog.of(config).name()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "automatic,default",
        "uniform,uniform",
        "Karras,karras",
        "exponential,exponential",
        "polyexponential,polyexponential",
        "SGM Uniform,sgm_uniform",
        "KL Optimal,kl_optimal",
        "Align Your Steps,align_your_steps_sd15",
        "simple,simple",
        "normal,uniform",
        "DDIM,ddim_uniform",
        "ddim_uniform,ddim_uniform",
        "beta,beta",
        "linear_quadratic,linear_quadratic",
        "lu lambdas,lu",
        "align_your_steps_sdxl,align_your_steps_sdxl"
    })
    void everyScheduleOfWebuiAndComfyUiIsKnown(String spelling, String name) {
        assertThat(ScheduleCatalog.get(spelling).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "euler",
                "euler_cfg_pp",
                "euler_ancestral",
                "euler_ancestral_cfg_pp",
                "heun",
                "heunpp2",
                "exp_heun_2_x0",
                "exp_heun_2_x0_sde",
                "dpm_2",
                "dpm_2_ancestral",
                "lms",
                "dpm_fast",
                "dpm_adaptive",
                "dpmpp_2s_ancestral",
                "dpmpp_2s_ancestral_cfg_pp",
                "dpmpp_sde",
                "dpmpp_sde_gpu",
                "dpmpp_2m",
                "dpmpp_2m_cfg_pp",
                "dpmpp_2m_sde",
                "dpmpp_2m_sde_gpu",
                "dpmpp_2m_sde_heun",
                "dpmpp_2m_sde_heun_gpu",
                "dpmpp_3m_sde",
                "dpmpp_3m_sde_gpu",
                "ddpm",
                "lcm",
                "ipndm",
                "ipndm_v",
                "deis",
                "res_multistep",
                "res_multistep_cfg_pp",
                "res_multistep_ancestral",
                "res_multistep_ancestral_cfg_pp",
                "gradient_estimation",
                "gradient_estimation_cfg_pp",
                "er_sde",
                "seeds_2",
                "seeds_3",
                "sa_solver",
                "sa_solver_pece",
                "ddim",
                "uni_pc",
                "uni_pc_bh2"
            })
    void everySamplerOfComfyUiIsKnown(String name) {
        assertThat(SamplerCatalog.get(name).schedule()).isEmpty();
    }
}
