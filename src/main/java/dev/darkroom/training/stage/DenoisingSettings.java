package dev.darkroom.training.stage;

import dev.darkroom.training.UnusableSettingsException;
import java.util.List;

/**
 * What the stage of the UNet is told; {@code training/unet.yaml} describes each value.
 *
 * @param vae folder that holds {@code vae}
 * @param text folder that holds {@code tokenizer} and {@code text_encoder}
 * @param unet folder that holds the {@code unet} to begin with; empty for none
 * @param loraRank rank of low-rank updates, which are then all that learns; 0 trains the networks themselves
 * @param loraAlpha an update counts {@code alpha / rank}
 * @param distil timesteps that the teacher in {@code unet} goes at once while it is distilled; 0 trains it further
 * @param align weight of the alignment of the UNet's middle with a classifier's features; 0 for none
 * @param judge folder of that classifier; empty for the one in the jar
 * @param textRate learning rate of the text encoder as a share of the UNet's
 * @param dropout share of empty captions
 * @param junk share of captions with a made-up word
 * @param timesteps uniform, min-snr or logit-normal
 * @param weighting none, min-snr or p2
 * @param gamma of the weighting
 * @param offsetNoise standard deviation of noise that is constant over a channel
 * @param first latents in the cache before training
 * @param fresh new latents a batch
 * @param most latents in the cache
 * @param evaluated latents never trained on
 * @param guidance of samples
 * @param steps of samples
 * @param prompts of samples
 */
record DenoisingSettings(
        String vae,
        String text,
        String unet,
        int loraRank,
        double loraAlpha,
        int distil,
        double align,
        String judge,
        double textRate,
        double dropout,
        double junk,
        String timesteps,
        String weighting,
        double gamma,
        double offsetNoise,
        int first,
        int fresh,
        int most,
        int evaluated,
        double guidance,
        int steps,
        List<String> prompts) {

    DenoisingSettings {
        if (first < 1 || fresh < 0 || most < first || evaluated < 1 || steps < 1) {
            throw new UnusableSettingsException(
                    "objective: first is at least 1, most at least first, evaluated and steps at least 1");
        }
        if (loraRank < 0 || loraRank > 0 && (unet.isEmpty() || loraAlpha <= 0)) {
            throw new UnusableSettingsException(
                    "objective.lora-rank is at least 0, and needs objective.unet and a lora-alpha above 0");
        }
        if (distil < 0 || distil > 0 && (unet.isEmpty() || loraRank > 0)) {
            throw new UnusableSettingsException(
                    "objective.distil is at least 0, and needs the teacher in objective.unet and no lora-rank");
        }
        if (align < 0 || align > 0 && (loraRank > 0 || distil > 0)) {
            throw new UnusableSettingsException(
                    "objective.align is at least 0, and has no part in lora-rank and distil: leave it 0 there");
        }
        prompts = List.copyOf(prompts);
    }
}
