package dev.darkroom.torch;

/** The device had no room for an evaluation. Nothing is broken: a smaller one can follow at once. */
public final class DeviceOutOfMemoryException extends TorchException {

    private static final long serialVersionUID = 1;

    public DeviceOutOfMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
