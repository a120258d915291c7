package dev.darkroom.latent;

/** Linear least squares by the normal equations, with a trace of regularisation. Not thread-safe. */
final class LeastSquares {

    private static final double RIDGE = 1e-3;

    private final double[][] gram;
    private final double[][] moments;

    LeastSquares(int inputs, int outputs) {
        gram = new double[inputs][inputs];
        moments = new double[outputs][inputs];
        for (int i = 0; i < inputs; i++) {
            gram[i][i] = RIDGE;
        }
    }

    void add(double[] inputs, double[] outputs) {
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < inputs.length; j++) {
                gram[i][j] += inputs[i] * inputs[j];
            }
            for (int o = 0; o < outputs.length; o++) {
                moments[o][i] += inputs[i] * outputs[o];
            }
        }
    }

    /** One row of weights for each output. */
    double[][] solve() {
        int n = gram.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                if (row != pivot) {
                    eliminate(row, pivot, gram[row][pivot] / gram[pivot][pivot]);
                }
            }
        }
        double[][] weights = new double[moments.length][n];
        for (int o = 0; o < moments.length; o++) {
            for (int i = 0; i < n; i++) {
                weights[o][i] = moments[o][i] / gram[i][i];
            }
        }
        return weights;
    }

    /** The matrix is positive definite: no pivoting is needed. */
    private void eliminate(int row, int pivot, double factor) {
        for (int column = 0; column < gram.length; column++) {
            gram[row][column] -= factor * gram[pivot][column];
        }
        for (double[] output : moments) {
            output[row] -= factor * output[pivot];
        }
    }
}
