package dev.darkroom.training.stage;

/** The error that networks are measured by. */
final class SquareError {

    private SquareError() {}

    /** Mean of the squared differences of two arrays of one length. */
    static double mean(float[] answer, float[] target) {
        double squares = 0;
        for (int i = 0; i < target.length; i++) {
            squares += Math.pow(answer[i] - target[i], 2);
        }
        return squares / target.length;
    }
}
