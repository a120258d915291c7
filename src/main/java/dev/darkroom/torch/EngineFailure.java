package dev.darkroom.torch;

import java.util.Locale;

/** Puts failures of the native side into words and types. */
final class EngineFailure {

    private EngineFailure() {}

    /** One line on what to do when the native library does not load. */
    static String explain(Throwable failure) {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return "The PyTorch native library could not be loaded on " + platform + " (" + firstLine(root(failure))
                + "). Build Darkroom on this kind of machine, or with -Dnative.classifier=linux-x86_64, linux-aarch64,"
                + " osx-aarch64 or win-x86_64; or point PYTORCH_LIBRARY_PATH at the lib folder of libtorch 2.7.1"
                + " and PYTORCH_VERSION=2.7.1. Linux needs glibc 2.28 or newer and libstdc++.";
    }

    /** The typed exception for a failed native call. */
    static TorchException of(String network, RuntimeException failure) {
        String text = String.valueOf(failure.getMessage());
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("out of memory")
                || lower.contains("can't allocate memory")
                || lower.contains("not enough memory")
                || lower.contains("bad_alloc")) {
            return new DeviceOutOfMemoryException(
                    network + ": the device has not enough memory for this evaluation; ask for a smaller picture"
                            + " or fewer at once",
                    failure);
        }
        return new TorchException(network + ": the evaluation failed: " + reason(text), failure);
    }

    /** TorchScript puts a traceback before the reason. */
    private static String reason(String text) {
        int at = text.lastIndexOf("RuntimeError: ");
        return firstLine(at < 0 ? text : text.substring(at + "RuntimeError: ".length()));
    }

    private static Throwable root(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }

    private static String firstLine(Object text) {
        return String.valueOf(text).strip().lines().findFirst().orElse("no reason given");
    }
}
