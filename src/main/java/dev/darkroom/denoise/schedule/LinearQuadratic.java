package dev.darkroom.denoise.schedule;

/** The linear-quadratic schedule of Movie Gen (Polyak et al. 2024, section 3.4.2, <a href="https://arxiv.org/abs/2410.13720">arXiv:2410.13720</a>). */
final class LinearQuadratic {

    private static final double THRESHOLD = 0.025;

    private LinearQuadratic() {}

    /** {@code steps + 1} sigmas from {@code max} to 0; the linear half descends to {@code 1 - THRESHOLD}. */
    static double[] sigmas(int steps, double max) {
        if (steps == 1) {
            return new double[] {max, 0};
        }
        int linear = steps / 2;
        int quadratic = steps - linear;
        double excess = linear - THRESHOLD * steps;
        double square = excess / ((double) linear * quadratic * quadratic);
        double slope = THRESHOLD / linear - 2 * excess / ((double) quadratic * quadratic);
        double constant = square * linear * linear;
        double[] sigmas = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            double done = i < linear ? i * THRESHOLD / linear : square * i * i + slope * i + constant;
            sigmas[i] = (1 - done) * max;
        }
        return sigmas;
    }
}
