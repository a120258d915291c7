package dev.darkroom.denoise.likelihood;

import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * {@code v^T J v} for fixed probes v, whose expectation is the trace: Hutchinson 1990,
 * <a href="https://doi.org/10.1080/03610919008812866">doi:10.1080/03610919008812866</a>. The probes stay the same along
 * the whole flow, as in FFJORD (Grathwohl et al. 2019, section 3.1,
 * <a href="https://arxiv.org/abs/1810.01367">arXiv:1810.01367</a>), so that the solver sees a smooth function.
 *
 * @param product of the Jacobian
 * @param probes directions of zero mean and unit variance
 */
public record HutchinsonTrace(JacobianProduct product, List<float[]> probes) implements JacobianTrace {

    public HutchinsonTrace {
        probes = List.copyOf(probes);
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("at least one probe is needed");
        }
    }

    @Override
    public int count() {
        return probes.size();
    }

    @Override
    public double[] at(float[] x, NoiseLevel level) {
        double[] estimates = new double[probes.size()];
        for (int k = 0; k < estimates.length; k++) {
            float[] probe = probes.get(k);
            double[] along = product.along(x, level, probe);
            for (int i = 0; i < along.length; i++) {
                estimates[k] += probe[i] * along[i];
            }
        }
        return estimates;
    }
}
