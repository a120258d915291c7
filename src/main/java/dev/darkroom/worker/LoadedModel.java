package dev.darkroom.worker;

import dev.darkroom.latent.Autoencoder;
import dev.darkroom.model.Component;
import dev.darkroom.model.ModelDescriptor;
import dev.darkroom.model.ModelDirectory;
import dev.darkroom.text.TextEncoder;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UNet2DCondition;

/**
 * A model's networks on one device. Everything but the descriptor is used on the device's lane only.
 *
 * @param descriptor what it is
 * @param placement where it is
 * @param text prompt to conditioning
 * @param unet the denoising network
 * @param network the same, as lanes batch it
 * @param autoencoder latents and pictures
 * @param preview rough colours of a latent; once fitted used on any thread
 */
record LoadedModel(
        ModelDescriptor descriptor,
        Placement placement,
        TextEncoder text,
        UNet2DCondition unet,
        BatchedUNet network,
        Autoencoder autoencoder,
        PreviewFit preview)
        implements AutoCloseable {

    /**
     * Loads all networks; what was loaded is freed again if a later one fails.
     *
     * @throws dev.darkroom.model.ModelFormatException if files are missing or broken
     * @throws dev.darkroom.torch.UnsupportedNetworkException if a network is of a kind that is not supported
     */
    static LoadedModel load(TorchEngine engine, ModelDescriptor model, Placement placement, Batching batching) {
        ModelDirectory directory = model.directory();
        try (Unfinished opened = new Unfinished()) {
            TextEncoder text = opened.add(TextEncoder.open(
                    engine, Component.open(directory.textEncoder()), placement, directory.tokenizer()));
            UNet2DCondition unet =
                    opened.add(UNet2DCondition.open(engine, Component.open(directory.unet()), placement));
            Autoencoder autoencoder = opened.add(Autoencoder.open(engine, Component.open(directory.vae()), placement));
            opened.finished();
            BatchedUNet network = new BatchedUNet(unet, batching);
            return new LoadedModel(model, placement, text, unet, network, autoencoder, new PreviewFit(autoencoder));
        }
    }

    String id() {
        return descriptor.id();
    }

    @Override
    public void close() {
        text.close();
        unet.close();
        autoencoder.close();
    }
}
