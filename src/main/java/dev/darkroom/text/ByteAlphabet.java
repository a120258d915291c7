package dev.darkroom.text;

/**
 * The printable characters that stand for the 256 bytes in a byte-level vocabulary: printable Latin-1 characters stand
 * for themselves, the other 68 bytes, in order, are U+0100, U+0101, …
 */
final class ByteAlphabet {

    private static final int BYTES = 256;

    private ByteAlphabet() {}

    /** The stand-in of each byte, indexed by the byte as an unsigned number. */
    static char[] standIns() {
        char[] standIns = new char[BYTES];
        int next = BYTES;
        for (int value = 0; value < BYTES; value++) {
            standIns[value] = (char) (printable(value) ? value : next++);
        }
        return standIns;
    }

    private static boolean printable(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
    }
}
