package dev.darkroom.denoise.likelihood;

import dev.darkroom.denoise.noise.NormalGenerator;
import java.util.ArrayList;
import java.util.List;

/** Where Hutchinson's probes are drawn from. */
public enum ProbeDistribution {

    /** Signs: of all distributions the least variance, none from the Jacobian's diagonal. */
    RADEMACHER {
        @Override
        float[] shaped(float[] normals) {
            for (int i = 0; i < normals.length; i++) {
                normals[i] = normals[i] < 0 ? -1 : 1;
            }
            return normals;
        }
    },

    /** Standard normal values. */
    NORMAL {
        @Override
        float[] shaped(float[] normals) {
            return normals;
        }
    };

    abstract float[] shaped(float[] normals);

    /** Independent probes of a seeded generator. */
    public List<float[]> draw(int count, int size, NormalGenerator generator) {
        List<float[]> probes = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            probes.add(shaped(generator.normals(size)));
        }
        return probes;
    }
}
