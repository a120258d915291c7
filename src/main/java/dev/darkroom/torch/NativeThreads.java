package dev.darkroom.torch;

import ai.djl.pytorch.jni.JniUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;

/** How many threads native code uses, and how they wait. */
final class NativeThreads {

    /**
     * libgomp's threads sleep soon at a barrier. By default they spin for about a millisecond, which starves the others
     * wherever cores are shared or limited by a quota: measured, an evaluation of 20 ms then takes two seconds.
     */
    private static final Map<String, String> VARIABLES = Map.of("GOMP_SPINCOUNT", "1000");

    /** What each thread has told libtorch, which keeps the number by thread. */
    private static final ThreadLocal<Integer> TOLD = new ThreadLocal<>();

    private NativeThreads() {}

    /** Must run before the engine loads. What the operator has set stays. */
    static void sleepSoon() {
        if (Platform.isLinux()) {
            var setenv = NativeLibrary.getInstance("c").getFunction("setenv");
            VARIABLES.forEach((name, value) -> setenv.invokeInt(new Object[] {name, value, 0}));
        }
    }

    /**
     * The calling thread's evaluations use so many threads from now on. libtorch is told only what is new: each time it
     * starts a pool of threads anew and forgets its convolutions. It is asked first, since a thread that computes for the
     * first time takes over whatever another thread has said last.
     */
    static void use(int count) {
        Integer told = TOLD.get();
        if (told == null || told != count) {
            int unused = JniUtils.getNumThreads();
            JniUtils.setNumThreads(count);
            TOLD.set(count);
        }
    }
}
