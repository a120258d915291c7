package dev.darkroom.training.run;

import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moving averages of the weights, one for each decay.
 *
 * @param learner that keeps them
 * @param decays at most so much of an average stays at an update
 */
record Averages(Learner learner, List<Double> decays) {

    private static final char MARK = '@';

    /** The weight that an average is one of. */
    static String weight(String name) {
        int mark = name.indexOf(MARK);
        return mark < 0 ? name : name.substring(0, mark);
    }

    int count() {
        return decays.size();
    }

    /** The averages of one decay, by the weights' names. */
    Map<String, float[]> read(int index) {
        Map<String, float[]> averages = new LinkedHashMap<>();
        String suffix = index == 0 ? "" : MARK + Integer.toString(index);
        learner.read(Part.AVERAGE).forEach((name, numbers) -> {
            String weight = weight(name);
            if (name.equals(weight + suffix)) {
                averages.put(weight, numbers);
            }
        });
        return averages;
    }

    /** Figures with the decay behind their names, unless there is only one. */
    Map<String, Double> named(int index, Map<String, Double> figures) {
        if (count() == 1) {
            return figures;
        }
        Map<String, Double> named = new LinkedHashMap<>();
        figures.forEach((name, value) -> named.put(name + MARK + decays.get(index), value));
        return named;
    }
}
