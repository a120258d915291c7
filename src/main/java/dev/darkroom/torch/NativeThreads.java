package dev.darkroom.torch;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * Tells libgomp's threads to sleep soon at a barrier. By default they spin for about a millisecond, which starves the
 * others wherever cores are shared or limited by a quota: measured, an evaluation of 20 ms then takes two seconds.
 */
final class NativeThreads {

    private static final Map<String, String> VARIABLES = Map.of("GOMP_SPINCOUNT", "1000");

    private NativeThreads() {}

    /** Must run before the engine loads. What the operator has set stays. */
    static void sleepSoon() {
        if (Platform.isLinux()) {
            var setenv = NativeLibrary.getInstance("c").getFunction("setenv");
            VARIABLES.forEach((name, value) -> setenv.invokeInt(new Object[] {name, value, 0}));
        }
    }
}
