package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Thing;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Which drawer draws which thing. */
final class Catalog {

    private static final Map<Thing, Drawer> DRAWERS = drawers();

    private Catalog() {}

    static Drawer of(Thing thing) {
        return Objects.requireNonNull(DRAWERS.get(thing));
    }

    private static Map<Thing, Drawer> drawers() {
        Map<Thing, Drawer> drawers = new EnumMap<>(Thing.class);
        for (Thing thing : Thing.values()) {
            drawers.put(thing, drawer(thing));
        }
        return drawers;
    }

    private static Drawer drawer(Thing thing) {
        return switch (thing) {
            case SMILEY -> new SmileyFace();
            case CAT -> new CatFace();
            case DOG -> new DogFace();
            case BEAR -> new BearFace();
            case RABBIT -> new RabbitFace();
            case PIG -> new PigFace();
            case PANDA -> new PandaFace();
            case FROG -> new FrogFace();
            case FOX -> new FoxFace();
            case HEART -> new ShapeDrawer(ShapeDrawer.HEART, -46, -48);
            case STAR -> new ShapeDrawer(ShapeDrawer.STAR, -20, -30);
            case CIRCLE -> new ShapeDrawer(ShapeDrawer.CIRCLE, -32, -44);
            case SQUARE -> new ShapeDrawer(ShapeDrawer.SQUARE, -44, -50);
            case TRIANGLE -> new ShapeDrawer(ShapeDrawer.TRIANGLE, -24, -10);
            case DIAMOND -> new ShapeDrawer(ShapeDrawer.DIAMOND, -22, -32);
            case SUN -> new Sun();
            case MOON -> new Moon();
            case CLOUD -> new Cloud();
            case BALLOON -> new Balloon();
            case FLOWER -> new Flower();
            case TREE -> new Tree();
            case HOUSE -> new House();
            case APPLE -> new Apple();
            case CAKE -> new Cake();
            case CAR -> new Car();
            case BOAT -> new Boat();
            case FISH -> new Fish();
            case MUSHROOM -> new Mushroom();
            case RAINBOW -> new Rainbow();
            case BUTTERFLY -> new Butterfly();
            case PLANE -> new Plane();
            case ROCKET -> new Rocket();
            case STRAWBERRY -> new Strawberry();
            case BANANA -> new Banana();
            case CHERRIES -> new Cherries();
            case LEMON -> new Lemon();
            case PEAR -> new Pear();
            case CUPCAKE -> new Cupcake();
            case DONUT -> new Donut();
            case ICE_CREAM -> new IceCream();
            case GIFT -> new Gift();
            case UMBRELLA -> new Umbrella();
            case BIRD -> new Bird();
            case SNOWMAN -> new Snowman();
            case ROBOT -> new Robot();
            case GHOST -> new Ghost();
            case GIRL -> new Person(true);
            case BOY -> new Person(false);
        };
    }
}
