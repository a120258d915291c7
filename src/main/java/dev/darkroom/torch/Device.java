package dev.darkroom.torch;

/**
 * Where a network computes.
 *
 * @param kind CPU or GPU
 * @param index number of the GPU; 0 for the CPU
 */
public record Device(Kind kind, int index) {

    /** The machine's processor, all cores. */
    public static final Device CPU = new Device(Kind.CPU, 0);

    /** Kinds of devices. */
    public enum Kind {
        CPU,
        CUDA
    }

    /**
     * Reads {@code cpu} or {@code cuda:N}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Device parse(String name) {
        if (name.equals("cpu")) {
            return CPU;
        }
        if (name.matches("cuda(:\\d{1,3})?")) {
            return new Device(Kind.CUDA, name.length() > 5 ? Integer.parseInt(name.substring(5)) : 0);
        }
        throw new IllegalArgumentException("device '" + name + "' is unknown; use cpu or cuda:0, cuda:1, ...");
    }

    public boolean isCpu() {
        return kind == Kind.CPU;
    }

    @Override
    public String toString() {
        return isCpu() ? "cpu" : "cuda:" + index;
    }

    ai.djl.Device djl() {
        return isCpu() ? ai.djl.Device.cpu() : ai.djl.Device.gpu(index);
    }
}
