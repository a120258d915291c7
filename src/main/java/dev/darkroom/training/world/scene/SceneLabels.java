package dev.darkroom.training.world.scene;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a scene of its labels: the way back from {@link Scene#attributes}. */
public final class SceneLabels {

    private SceneLabels() {}

    /**
     * The scene that has these labels; what is not said is as it is by default.
     *
     * @param labels at least {@code object}
     * @param variety chooses everything without a name
     * @throws IllegalArgumentException if a label is unknown, or the labels do not fit together
     */
    public static Scene scene(Map<String, String> labels, long variety) {
        Scene scene = Scene.of(figure(labels, ""), variety)
                .withBackground(of(Background.values(), Background::label, labels, "background", "pastel"))
                .withSky(of(Sky.values(), Sky::label, labels, "sky", "none"))
                .withStyle(of(Style.values(), Style::label, labels, "style", "flat"))
                .withExtent(of(Extent.values(), Extent::label, labels, "size", "medium"))
                .withCount(count(labels.getOrDefault("count", "1")));
        Relation relation = of(Relation.values(), Relation::label, labels, "relation", "none");
        return relation == Relation.NONE ? scene : scene.beside(relation, figure(labels, "2"));
    }

    private static int count(String label) {
        try {
            return Integer.parseInt(label);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("count is " + label + "; say 1 to " + Scene.MOST, e);
        }
    }

    private static Figure figure(Map<String, String> labels, String suffix) {
        Thing thing = of(Thing.values(), Thing::label, labels, "object" + suffix, "");
        Tone tone = of(
                Tone.values(),
                Tone::label,
                labels,
                "colour" + suffix,
                thing.naturalTone().label());
        Mood mood = of(Mood.values(), Mood::label, labels, "mood" + suffix, "happy");
        Wear wear = of(Wear.values(), Wear::label, labels, "wear" + suffix, "none");
        Tone wearTone = of(
                Tone.values(),
                Tone::label,
                labels,
                "wear_colour" + suffix,
                wear.naturalTone().label());
        return new Figure(thing, tone, mood, wear, wearTone);
    }

    private static <T> T of(
            T[] values, Function<T, String> label, Map<String, String> labels, String name, String usual) {
        String said = labels.getOrDefault(name, usual);
        return Arrays.stream(values)
                .filter(value -> label.apply(value).equals(said))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is '" + said + "'; say one of "
                        + Arrays.stream(values).map(label).collect(Collectors.joining(", "))));
    }
}
