package dev.darkroom.torch;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;

/** glibc's own account of its heap (mallinfo2(3), glibc 2.33 and newer): free of the Java heap's ups and downs. */
public final class NativeHeap {

    private NativeHeap() {}

    /** Bytes that native code holds now. */
    public static long inUse() {
        Account account = Native.load("c", LibC.class).mallinfo2();
        return account.uordblks + account.hblkhd;
    }

    /** The one function. */
    public interface LibC extends Library {
        Account mallinfo2();
    }

    /** {@code struct mallinfo2}: ten sizes. */
    @Structure.FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class Account extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        public long hblkhd;
        public long usmblks;
        public long fsmblks;
        public long uordblks;
        public long fordblks;
        public long keepcost;
    }
}
