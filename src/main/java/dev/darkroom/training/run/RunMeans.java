package dev.darkroom.training.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of figures since they were last taken. A figure that not every batch has is averaged over those that have it. */
final class RunMeans {

    private final Map<String, double[]> sums = new LinkedHashMap<>();

    void add(Map<String, Double> figures) {
        figures.forEach((name, value) -> {
            double[] sum = sums.computeIfAbsent(name, key -> new double[2]);
            sum[0] += value;
            sum[1]++;
        });
    }

    Map<String, Double> take() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
        sums.clear();
        return means;
    }
}
