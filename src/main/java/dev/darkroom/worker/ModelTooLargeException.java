package dev.darkroom.worker;

/** A model that the device's memory budget cannot hold even alone. */
public final class ModelTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelTooLargeException(String model, long bytes, long budgetBytes) {
        super(
                "model %s needs about %d MiB, but the budget for models is %d MiB; raise darkroom.worker.model-memory, or use a lower precision (darkroom.precision)"
                        .formatted(model, bytes >> 20, budgetBytes >> 20));
    }
}
