package dev.darkroom.image;

/**
 * Row filters of PNG (PNG specification, third edition, section 9). Every row takes the filter whose output, read as
 * signed bytes, has the smallest sum of absolute values (section 12.7). Not thread-safe: it keeps the candidate rows.
 */
class PngFilter {

    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    private final int stride;
    private final int pixel;
    private final byte[][] candidates;

    /**
     * @param stride bytes of a row
     * @param pixel bytes of a pixel
     */
    PngFilter(int stride, int pixel) {
        this.stride = stride;
        this.pixel = pixel;
        this.candidates = new byte[PAETH + 1][stride + 1];
        for (byte type = NONE; type <= PAETH; type++) {
            candidates[type][0] = type;
        }
    }

    /** The filter's type and the filtered row that starts at {@code start}; valid until the next call. */
    byte[] row(byte[] samples, int start) {
        boolean top = start == 0;
        for (int i = 0; i < stride; i++) {
            int x = samples[start + i] & 0xFF;
            int left = i < pixel ? 0 : samples[start + i - pixel] & 0xFF;
            int above = top ? 0 : samples[start + i - stride] & 0xFF;
            int aboveLeft = top || i < pixel ? 0 : samples[start + i - stride - pixel] & 0xFF;
            candidates[NONE][i + 1] = (byte) x;
            candidates[SUB][i + 1] = (byte) (x - left);
            candidates[UP][i + 1] = (byte) (x - above);
            candidates[AVERAGE][i + 1] = (byte) (x - (left + above) / 2);
            candidates[PAETH][i + 1] = (byte) (x - paeth(left, above, aboveLeft));
        }
        byte[] best = candidates[NONE];
        long smallest = Long.MAX_VALUE;
        for (byte[] candidate : candidates) {
            long sum = sum(candidate);
            if (sum < smallest) {
                smallest = sum;
                best = candidate;
            }
        }
        return best;
    }

    private static long sum(byte[] row) {
        long sum = 0;
        for (int i = 1; i < row.length; i++) {
            sum += Math.abs(row[i]);
        }
        return sum;
    }

    /** The neighbour nearest to left + above - aboveLeft. */
    private static int paeth(int left, int above, int aboveLeft) {
        int toLeft = Math.abs(above - aboveLeft);
        int toAbove = Math.abs(left - aboveLeft);
        int toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
        if (toLeft <= toAbove && toLeft <= toAboveLeft) {
            return left;
        }
        return toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
