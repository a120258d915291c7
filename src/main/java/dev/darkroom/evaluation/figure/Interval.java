package dev.darkroom.evaluation.figure;

/**
 * Where a proportion lies, and how sure that is.
 *
 * @param share the proportion that was found, 0 to 1
 * @param low lower end of the 95 % interval
 * @param high its upper end
 */
public record Interval(double share, double low, double high) {

    /** 97.5 % of a standard normal distribution lie below it. */
    private static final double Z = 1.959963984540054;

    /**
     * The score interval of a proportion (Wilson 1927, "Probable inference, the law of succession, and statistical
     * inference", Journal of the American Statistical Association 22, equation 5). Unlike the usual one it stays within 0
     * and 1, and holds its level near them.
     *
     * @param share found, 0 to 1
     * @param count how many independent observations it stands for, positive
     */
    public static Interval wilson(double share, double count) {
        double z2 = Z * Z / count;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / count + z2 / (4 * count));
        return new Interval(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
