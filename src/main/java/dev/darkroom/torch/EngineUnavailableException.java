package dev.darkroom.torch;

/** The native library is missing, wrong for this machine, or cannot be loaded. The message says what to do. */
public final class EngineUnavailableException extends TorchException {

    private static final long serialVersionUID = 1;

    public EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
