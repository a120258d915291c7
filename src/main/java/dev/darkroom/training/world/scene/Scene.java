package dev.darkroom.training.world.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is to be seen in one picture, as named attributes. What no caption can name (the exact place, a tilt, the
 * depth of a smile) follows from {@code variety}.
 *
 * @param figures one thing, or two that stand in a relation
 * @param count how many of the first there are, 1 to 4; 1 where there are two things
 * @param extent {@link Extent#MEDIUM} unless there is one single thing
 * @param variety chooses everything without a name
 */
public record Scene(
        List<Figure> figures,
        int count,
        Relation relation,
        Extent extent,
        Background background,
        Sky sky,
        Style style,
        long variety) {

    /** The most things of a kind. */
    public static final int MOST = 4;

    public Scene {
        figures = List.copyOf(figures);
        boolean pair = relation != Relation.NONE;
        if (figures.size() != (pair ? 2 : 1) || count < 1 || count > MOST || (pair && count > 1)) {
            throw new IllegalArgumentException(
                    "no scene: " + figures.size() + " figures, count " + count + ", relation " + relation);
        }
        if (extent != Extent.MEDIUM && (pair || count > 1)) {
            throw new IllegalArgumentException("only a single thing is big or small");
        }
        if (sky != Sky.NONE && !background.scenery()) {
            throw new IllegalArgumentException("there is no sky over a " + background.label() + " background");
        }
    }

    /** One thing on a pale background, all unsaid. */
    public static Scene of(Figure figure, long variety) {
        return new Scene(
                List.of(figure), 1, Relation.NONE, Extent.MEDIUM, Background.PASTEL, Sky.NONE, Style.FLAT, variety);
    }

    /** The first thing; there is always one. */
    public Figure first() {
        return figures.get(0);
    }

    public Scene withBackground(Background other) {
        return new Scene(figures, count, relation, extent, other, sky, style, variety);
    }

    public Scene withCount(int other) {
        return new Scene(figures, other, relation, extent, background, sky, style, variety);
    }

    public Scene withExtent(Extent other) {
        return new Scene(figures, count, relation, other, background, sky, style, variety);
    }

    public Scene withSky(Sky other) {
        return new Scene(figures, count, relation, extent, background, other, style, variety);
    }

    public Scene withStyle(Style other) {
        return new Scene(figures, count, relation, extent, background, sky, other, variety);
    }

    /** The first thing to the left of the second, or above it. */
    public Scene beside(Relation other, Figure second) {
        return new Scene(List.of(first(), second), count, other, extent, background, sky, style, variety);
    }

    /**
     * Every attribute as a label: object, colour, mood, wear, wear_colour, count, background, size,
     * style, sky, relation; with a second thing also object2, colour2, mood2, wear2, wear_colour2.
     */
    public Map<String, String> attributes() {
        Map<String, String> labels = new LinkedHashMap<>();
        describe(labels, first(), "");
        labels.put("count", Integer.toString(count));
        labels.put("background", background.label());
        labels.put("size", extent.label());
        labels.put("style", style.label());
        labels.put("sky", sky.label());
        labels.put("relation", relation.label());
        if (figures.size() > 1) {
            describe(labels, figures.get(1), "2");
        }
        return labels;
    }

    private static void describe(Map<String, String> labels, Figure figure, String suffix) {
        labels.put("object" + suffix, figure.thing().label());
        labels.put("colour" + suffix, figure.tone().label());
        labels.put("mood" + suffix, figure.mood().label());
        labels.put("wear" + suffix, figure.wear().label());
        labels.put("wear_colour" + suffix, figure.wearTone().label());
    }
}
