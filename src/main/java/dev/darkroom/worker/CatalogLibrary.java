package dev.darkroom.worker;

import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelDescriptor;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;

/** Models from the catalog. Thread-safe. */
final class CatalogLibrary implements ModelLibrary {

    private final TorchEngine engine;
    private final ModelCatalog catalog;
    private final Batching batching;

    CatalogLibrary(TorchEngine engine, ModelCatalog catalog, Batching batching) {
        this.engine = engine;
        this.catalog = catalog;
        this.batching = batching;
    }

    /** Files may hold half precision that is computed in single precision: twice their size at the most. */
    @Override
    public long bytes(String id, Placement placement) {
        long stored = catalog.get(id).weightBytes();
        return placement.precision() == Precision.FP32 ? 2 * stored : stored;
    }

    @Override
    public LoadedModel load(String id, Placement placement) {
        ModelDescriptor model = catalog.get(id);
        return LoadedModel.load(engine, model, placement, batching);
    }
}
