package dev.darkroom.torch;

/** A network could not be loaded or evaluated. The message is for the operator. */
public class TorchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TorchException(String message, Throwable cause) {
        super(message, cause);
    }
}
