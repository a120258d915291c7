package dev.darkroom.worker;

import dev.darkroom.torch.Placement;

/** Where lanes get models from. Thread-safe. */
interface ModelLibrary {

    /** About how many bytes the model takes when it is loaded. */
    long bytes(String id, Placement placement);

    /** Loads the model; runs on the lane's thread. */
    LoadedModel load(String id, Placement placement);
}
