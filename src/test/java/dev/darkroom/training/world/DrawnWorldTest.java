package dev.darkroom.training.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.training.data.AspectBuckets;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.PictureSizes;
import dev.darkroom.training.world.drawing.ScenePainter;
import dev.darkroom.training.world.scene.Background;
import dev.darkroom.training.world.scene.Curriculum;
import dev.darkroom.training.world.scene.Figure;
import dev.darkroom.training.world.scene.HeldOut;
import dev.darkroom.training.world.scene.Scene;
import dev.darkroom.training.world.scene.Style;
import dev.darkroom.training.world.scene.Thing;
import dev.darkroom.training.world.scene.Tone;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawnWorldTest {

    private static final Size SIZE = new Size(96, 96);

    @Test
    void readerGoesOnWhereAnotherStood() throws IOException {
        var world = new DrawnWorld(Curriculum.FULL, 5, SIZE);
        try (ExampleReader reader = world.open(0)) {
            for (int i = 0; i < 10; i++) {
                reader.next();
            }
            try (ExampleReader resumed = new DrawnWorld(Curriculum.FULL, 5, SIZE).open(reader.position())) {
                for (int i = 0; i < 10; i++) {
                    assertThat(resumed.next()).isEqualTo(reader.next());
                }
            }
        }
    }

    @Test
    void drawsAShareOfThePicturesInOtherShapes() {
        var sizes = new PictureSizes(SIZE, List.of(AspectBuckets.around(96, 32, 3)), 0.75);
        var world = new DrawnWorld(Curriculum.CORE, 5, sizes);
        var square = new DrawnWorld(Curriculum.CORE, 5, SIZE);
        Set<Size> drawn = new HashSet<>();
        for (long index = 0; index < 60; index++) {
            Example example = world.example(index);
            drawn.add(example.picture().size());
            assertThat(example.captions()).isEqualTo(square.example(index).captions());
        }
        assertThat(drawn).containsExactlyInAnyOrder(SIZE, new Size(64, 128), new Size(128, 64));
    }

    @Test
    void otherSeedsAndIndicesGiveOtherPictures() {
        var world = new DrawnWorld(Curriculum.CORE, 5, SIZE);
        Set<Picture> pictures = new HashSet<>();
        for (long index = 0; index < 60; index++) {
            pictures.add(world.example(index).picture());
            pictures.add(new DrawnWorld(Curriculum.CORE, 6, SIZE).example(index).picture());
        }
        assertThat(pictures).hasSize(120);
    }

    @Test
    void everythingHasTheCombinationsThatAreHeldOut() {
        var trained = new DrawnWorld(Curriculum.FULL, 5, SIZE);
        int heldOut = 0;
        for (long index = 0; index < 300; index++) {
            assertThat(HeldOut.reasons(trained.scene(index))).isEmpty();
            heldOut += HeldOut.reasons(trained.everything().scene(index)).isEmpty() ? 0 : 1;
        }

        assertThat(heldOut).isBetween(10, 90);
        assertThat(trained.everything().description()).contains("held-out combinations, too");
    }

    @Test
    void attributesNameWhatWasDrawn() {
        Example example = new DrawnWorld(Curriculum.CORE, 5, SIZE).example(3);
        Scene scene = new DrawnWorld(Curriculum.CORE, 5, SIZE).scene(3);

        assertThat(example.attributes())
                .containsEntry("object", scene.first().thing().label())
                .containsEntry("colour", scene.first().tone().label())
                .containsEntry("background", scene.background().label())
                .containsEntry("count", "1");
        assertThat(example.captions()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void everyThingIsPaintedInEveryStyleInItsColour(Thing thing) {
        var painter = new ScenePainter();
        for (Style style : Style.values()) {
            Scene scene = Scene.of(Figure.plain(thing), 9).withStyle(style).withBackground(Background.GRAY);
            Picture picture = painter.paint(scene, new Size(128, 128));
            Picture again = painter.paint(scene, new Size(128, 128));

            assertThat(again).isEqualTo(picture);
            assertThat(colours(picture)).as("%s %s", style, thing).hasSizeGreaterThan(style == Style.PIXEL ? 5 : 10);
        }
        Picture black = painter.paint(Scene.of(Figure.plain(Thing.CIRCLE, Tone.BLACK), 9), SIZE);
        assertThat(black.sample(48, 48, 0)).isLessThan(110);
    }

    @ParameterizedTest
    @EnumSource
    void backgroundFillsPicturesOfAnyShape(Background background) {
        var painter = new ScenePainter();
        Scene scene = Scene.of(Figure.plain(Thing.STAR), 9).withBackground(background);
        for (Size size : new Size[] {new Size(64, 160), new Size(160, 64), new Size(33, 47)}) {
            Picture picture = painter.paint(scene, size);

            assertThat(picture.size()).isEqualTo(size);
            for (int corner = 0; corner < 4; corner++) {
                int x = corner % 2 * (size.width() - 1);
                int y = corner / 2 * (size.height() - 1);
                int sum = picture.sample(x, y, 0) + picture.sample(x, y, 1) + picture.sample(x, y, 2);
                assertThat(sum).as("%s at %d,%d", background, x, y).isPositive();
            }
        }
    }

    /** Trained models and evaluations rest on these pixels: change the sum only together with the drawings. */
    @Test
    void pixelsAreTheSameOnEveryJava() throws NoSuchAlgorithmException {
        var world = new DrawnWorld(Curriculum.FULL, 5, new Size(72, 64));
        var sum = MessageDigest.getInstance("SHA-256");
        for (long index = 0; index < 200; index++) {
            sum.update(world.example(index).picture().samples());
        }

        assertThat(HexFormat.of().formatHex(sum.digest()).substring(0, 16)).isEqualTo("9942b47e0c863349");
    }

    private static Set<Integer> colours(Picture picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                colours.add(picture.sample(x, y, 0) << 16 | picture.sample(x, y, 1) << 8 | picture.sample(x, y, 2));
            }
        }
        return colours;
    }
}
