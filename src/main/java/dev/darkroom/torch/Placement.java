package dev.darkroom.torch;

/**
 * Where and how a network computes.
 *
 * @param device the device
 * @param precision a resolved precision, not {@code AUTO}: see {@link TorchEngine#resolve}
 */
public record Placement(Device device, Precision precision) {

    public Placement {
        if (precision == Precision.AUTO) {
            throw new IllegalArgumentException("resolve AUTO with TorchEngine.resolve first");
        }
    }

    @Override
    public String toString() {
        return precision.name().toLowerCase(java.util.Locale.ROOT) + " on " + device;
    }
}
