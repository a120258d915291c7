package dev.darkroom.training.world.drawing;

import dev.darkroom.training.data.Dice;
import dev.darkroom.training.world.scene.Background;
import dev.darkroom.training.world.scene.Extent;
import dev.darkroom.training.world.scene.Family;
import dev.darkroom.training.world.scene.Figure;
import dev.darkroom.training.world.scene.Relation;
import dev.darkroom.training.world.scene.Scene;
import dev.darkroom.training.world.scene.Sky;
import dev.darkroom.training.world.scene.Thing;
import dev.darkroom.training.world.scene.Wear;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a figure's box lies on the canvas, in units of the middle square (256).
 *
 * @param x centre of the box
 * @param y centre of the box
 * @param scale canvas units for a unit of the box, which is 200 wide
 */
record Placement(Figure figure, double x, double y, double scale, double degrees) {

    /** Bottom of what stands on scenery, and of the box below its centre. */
    private static final double GROUND = 222;

    private static final double FOOT = 92;
    private static final double[][][] GRIDS = {
        {{128, 128}},
        {{70, 128}, {186, 128}},
        {{70, 76}, {186, 76}, {128, 184}},
        {{70, 72}, {186, 72}, {70, 186}, {186, 186}},
    };
    private static final double[] GRID_SCALES = {0.86, 0.54, 0.5, 0.5};
    private static final double[] ROW_SCALES = {0.74, 0.52, 0.36, 0.275};

    static List<Placement> of(Scene scene, Dice dice) {
        List<Placement> places = new ArrayList<>();
        if (scene.relation() == Relation.LEFT_OF) {
            places.add(place(scene, scene.first(), 68, 128, 0.53, dice));
            places.add(place(scene, scene.figures().get(1), 188, 128, 0.53, dice));
        } else if (scene.relation() == Relation.ABOVE) {
            places.add(hanging(scene.first(), 128, 68, 0.52, dice));
            places.add(hanging(scene.figures().get(1), 128, 190, 0.52, dice));
        } else if (scene.background().scenery()) {
            int count = scene.count();
            double scale = ROW_SCALES[count - 1] * size(scene.extent()) * (scene.sky() == Sky.NONE ? 1 : 0.86);
            for (int i = 0; i < count; i++) {
                double x = 128 + (i - (count - 1) / 2.0) * 238 / count;
                places.add(place(scene, scene.first(), x, 110, scale, dice));
            }
        } else {
            double wander = scene.extent() == Extent.SMALL ? 44 : 5;
            double dx = dice.between(-wander, wander);
            double dy = dice.between(-wander, wander);
            double[][] grid = GRIDS[scene.count() - 1];
            for (double[] spot : grid) {
                double scale = GRID_SCALES[grid.length - 1] * size(scene.extent());
                places.add(hanging(scene.first(), spot[0] + dx, spot[1] + dy, scale, dice));
            }
        }
        return places;
    }

    private static double size(Extent extent) {
        return switch (extent) {
            case SMALL -> 0.5;
            case MEDIUM -> 1;
            case BIG -> 1.24;
        };
    }

    private static Placement place(Scene scene, Figure figure, double x, double y, double scale, Dice dice) {
        if (!scene.background().scenery() || figure.thing().family() == Family.SKY) {
            return hanging(figure, x, y, scale, dice);
        }
        if (scene.background() == Background.SEA && figure.thing() == Thing.FISH) {
            return hanging(figure, x, 202, scale * 0.78, dice);
        }
        Placement free = hanging(figure, x, y, scale, dice);
        return new Placement(
                figure, free.x, GROUND - FOOT * free.scale + dice.between(-3, 8), free.scale, free.degrees);
    }

    /** Makes room above the head for what is worn on it. */
    private static Placement hanging(Figure figure, double x, double y, double scale, Dice dice) {
        boolean tall = figure.wear() == Wear.HAT || figure.wear() == Wear.CROWN || figure.wear() == Wear.PARTY_HAT;
        double drawn = scale * (tall ? 0.84 : 1) * dice.between(0.95, 1.03);
        double drop = tall ? 18 * scale : 0;
        return new Placement(
                figure,
                x + dice.between(-2.5, 2.5),
                y + drop + dice.between(-2.5, 2.5),
                drawn,
                dice.between(-1, 1) * tilt(figure));
    }

    /** The most degrees that a thing leans; houses and boxes stand upright. */
    private static double tilt(Figure figure) {
        return switch (figure.thing().family()) {
            case OBJECT -> 0;
            case SHAPE -> figure.thing() == Thing.HEART || figure.thing() == Thing.STAR ? 4 : 1.5;
            case SMILEY, ANIMAL, SKY -> 4;
        };
    }
}
