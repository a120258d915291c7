package dev.darkroom.worker;

import dev.darkroom.torch.Batching;
import dev.darkroom.torch.UNet;
import java.util.List;

/** A loaded UNet as a lane sees it. */
final class BatchedUNet implements BatchedNetwork {

    private final UNet unet;
    private final Batching batching;

    BatchedUNet(UNet unet, Batching batching) {
        this.unet = unet;
        this.batching = batching;
    }

    @Override
    public List<float[]> evaluate(List<Row> rows) {
        LatentRow first = (LatentRow) rows.get(0);
        return unet.evaluate(
                rows.stream().map(row -> ((LatentRow) row).input()).toList(),
                first.height(),
                first.width(),
                first.wrap(),
                batching);
    }
}
