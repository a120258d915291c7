package dev.darkroom.torch;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * Lets go of a mapped file's pages once its weights were copied: they stay in the system's cache, shared, but no longer
 * count as this process's memory. Read again, they come back by themselves. See madvise(2).
 */
final class MappedPages {

    private static final int MADV_DONTNEED = 4;
    private static final long PAGE = 4096;

    private MappedPages() {}

    /**
     * Releases the pages that lie wholly within a buffer.
     *
     * @param mapped only a read-only buffer is taken to be a file's: memory without a file would be lost
     */
    static void release(ByteBuffer mapped) {
        if (!Platform.isLinux() || !mapped.isReadOnly()) {
            return;
        }
        long start = Pointer.nativeValue(Native.getDirectBufferPointer(mapped));
        long first = (start + PAGE - 1) / PAGE * PAGE;
        long length = (start + mapped.remaining()) / PAGE * PAGE - first;
        if (length > 0) {
            Function madvise = NativeLibrary.getInstance("c").getFunction("madvise");
            int unused = madvise.invokeInt(new Object[] {new Pointer(first), length, MADV_DONTNEED});
        }
    }
}
