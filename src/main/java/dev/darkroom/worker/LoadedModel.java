package dev.darkroom.worker;

import dev.darkroom.latent.Autoencoder;
import dev.darkroom.latent.BitSpace;
import dev.darkroom.latent.PictureSpace;
import dev.darkroom.latent.PixelSpace;
import dev.darkroom.model.Component;
import dev.darkroom.model.Conditioning;
import dev.darkroom.model.ModelDescriptor;
import dev.darkroom.model.ModelDirectory;
import dev.darkroom.text.TextEncoder;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UNet;
import dev.darkroom.torch.Unfinished;
import org.jspecify.annotations.Nullable;

/**
 * A model's networks on one device. Everything but the descriptor is used on the device's lane only.
 *
 * @param descriptor what it is
 * @param placement where it is
 * @param text prompt to conditioning; null if the model reads no text
 * @param unet the denoising network
 * @param network the same, as lanes batch it
 * @param space latents and pictures
 * @param preview rough colours of a latent; once fitted used on any thread
 */
record LoadedModel(
        ModelDescriptor descriptor,
        Placement placement,
        @Nullable TextEncoder text,
        UNet unet,
        BatchedUNet network,
        PictureSpace space,
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
            TextEncoder text = model.conditioning().kind() == Conditioning.Kind.TEXT
                    ? opened.add(TextEncoder.open(
                            engine, Component.open(directory.textEncoder()), placement, directory.tokenizer()))
                    : null;
            UNet unet = opened.add(UNet.open(engine, Component.open(directory.unet()), placement));
            PictureSpace space = opened.add(
                    switch (directory.space()) {
                        case LATENT -> Autoencoder.open(engine, Component.open(directory.vae()), placement);
                        case PIXEL -> new PixelSpace(unet.inChannels(), directory.black());
                        case BITS ->
                            new BitSpace(
                                    directory.palette().colours(),
                                    directory.palette().scale());
                    });
            opened.finished();
            BatchedUNet network = new BatchedUNet(unet, batching);
            return new LoadedModel(model, placement, text, unet, network, space, new PreviewFit(space));
        }
    }

    /** @throws IllegalStateException if the model reads no text */
    TextEncoder reader() {
        if (text == null) {
            throw new IllegalStateException("model " + id() + " reads no text");
        }
        return text;
    }

    String id() {
        return descriptor.id();
    }

    @Override
    public void close() {
        if (text != null) {
            text.close();
        }
        unet.close();
        space.close();
    }
}
