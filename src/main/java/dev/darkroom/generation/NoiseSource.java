package dev.darkroom.generation;

/** Which random generator turns a seed into noise; each is bit-compatible with the PyTorch generator of that device. */
public enum NoiseSource {
    /** PyTorch's CPU generator, mt19937: what diffusers draws with {@code torch.Generator("cpu")}. */
    CPU,
    /** PyTorch's CUDA generator, Philox 4x32-10: what webui draws on a GPU by default. */
    CUDA
}
