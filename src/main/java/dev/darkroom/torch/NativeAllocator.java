package dev.darkroom.torch;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells glibc to keep freed blocks. By default it returns every large block to the kernel, which faults it in again,
 * page by page, at the next operator. See mallopt(3).
 */
final class NativeAllocator {

    private static final Logger log = LoggerFactory.getLogger(NativeAllocator.class);
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_MAX = -4;

    private NativeAllocator() {}

    /** Must run before the engine allocates. Does nothing on systems without glibc. */
    static void keepFreedBlocks() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
            set(mallopt, M_MMAP_MAX, 0);
            set(mallopt, M_TRIM_THRESHOLD, Integer.MAX_VALUE);
            set(mallopt, M_TOP_PAD, 64 << 20);
        } catch (UnsatisfiedLinkError e) {
            log.info("The C library has no mallopt; its allocator stays as it is ({})", e.getMessage());
        }
    }

    /**
     * Returns what was freed to the kernel, once: packing a network's weights leaves hundreds of megabytes behind that
     * nothing later needs. See malloc_trim(3).
     */
    static void returnFreedBlocks() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            Function trim = NativeLibrary.getInstance("c").getFunction("malloc_trim");
            int released = trim.invokeInt(new Object[] {new NativeLong(0)});
            log.debug("malloc_trim returned {}", released);
        } catch (UnsatisfiedLinkError e) {
            log.debug("The C library has no malloc_trim; what loading freed is kept ({})", e.getMessage());
        }
    }

    private static void set(Function mallopt, int parameter, int value) {
        if (mallopt.invokeInt(new Object[] {parameter, value}) != 1) {
            log.warn("mallopt({}, {}) was refused; evaluations may be slower", parameter, value);
        }
    }
}
