package dev.darkroom.training.stage;

/**
 * The networks of a text-to-image model that is being trained.
 *
 * @param text encoder of prompts
 * @param unet denoises latents
 */
record TrainedModel(TrainedNetwork text, TrainedNetwork unet) {}
