package dev.darkroom.evaluation;

import dev.darkroom.training.world.scene.Curriculum;
import dev.darkroom.training.world.scene.Figure;
import dev.darkroom.training.world.scene.HeldOut;
import dev.darkroom.training.world.scene.Relation;
import dev.darkroom.training.world.scene.Scene;
import dev.darkroom.training.world.scene.SceneLabels;
import dev.darkroom.training.world.scene.Style;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A prompt with what a picture of it shows.
 *
 * @param text the prompt
 * @param scene labels of {@link Scene#attributes}; what is missing is as it is by default
 * @param said the attributes that the prompt names, and that alone are judged
 */
public record EvaluationPrompt(String text, Map<String, String> scene, Set<String> said) {

    /**
     * @throws IllegalArgumentException if there is no such scene, or something is said that it does not have
     */
    public EvaluationPrompt {
        scene = Map.copyOf(scene);
        said = Set.copyOf(said);
        Map<String, String> all = SceneLabels.scene(scene, 0).attributes();
        for (String attribute : said) {
            if (!all.containsKey(attribute)) {
                throw new IllegalArgumentException("the scene of '" + text + "' has no " + attribute);
            }
        }
        if (said.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' says nothing that can be judged");
        }
    }

    /** A drawing that shows it; everything without a name follows from {@code variety}. */
    public Scene scene(long variety) {
        return SceneLabels.scene(scene, variety);
    }

    /** Every label that is judged. */
    public Map<String, String> expected() {
        Map<String, String> labels = new LinkedHashMap<>(scene(0).attributes());
        labels.keySet().retainAll(said);
        return labels;
    }

    /** Whether a model trained on the drawn world can have seen this combination; a hash rule keeps the others from it. */
    public boolean seen() {
        return HeldOut.reasons(scene(0)).isEmpty();
    }

    /** The narrowest curriculum that has such pictures. */
    public Curriculum since() {
        Scene drawn = scene(0);
        boolean full = drawn.count() > 1
                || drawn.relation() != Relation.NONE
                || drawn.background().scenery()
                || drawn.style() != Style.FLAT;
        Curriculum since = full ? Curriculum.FULL : Curriculum.FIRST;
        for (Figure figure : drawn.figures()) {
            Curriculum own = figure.thing().since();
            since = own.compareTo(since) > 0 ? own : since;
        }
        return since;
    }
}
