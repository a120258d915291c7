package dev.darkroom.training.world.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneSamplerTest {

    @Property(tries = 300)
    void sceneIsAFunctionOfSeedAndIndex(@ForAll long seed, @ForAll @LongRange(min = 0) long index) {
        Scene once = new SceneSampler(Curriculum.FULL, seed).training(index);

        assertThat(new SceneSampler(Curriculum.FULL, seed).training(index)).isEqualTo(once);
        assertThat(new SceneSampler(Curriculum.FULL, seed + 1).training(index)).isNotEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void heldOutCombinationsAreNeverDrawnInTraining(Curriculum curriculum) {
        var sampler = new SceneSampler(curriculum, 7);
        for (long index = 0; index < 20_000; index++) {
            Scene scene = sampler.training(index);
            assertThat(HeldOut.reasons(scene)).as("%s", scene).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void heldOutScenesCanBeDrawnForEveryReason(HeldOut reason) {
        var sampler = new SceneSampler(Curriculum.FULL, 7);
        Set<Scene> scenes = new java.util.HashSet<>();
        for (long index = 0; index < 50; index++) {
            Scene scene = sampler.heldOut(reason, index);
            assertThat(HeldOut.reasons(scene)).contains(reason);
            scenes.add(scene);
        }
        assertThat(scenes).hasSize(50);
    }

    @Test
    void coreWorldHasNoNumbersToHoldOut() {
        var sampler = new SceneSampler(Curriculum.CORE, 7);

        assertThatThrownBy(() -> sampler.heldOut(HeldOut.COUNT, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void curriculumKeepsToItsThings(Curriculum curriculum) {
        var sampler = new SceneSampler(curriculum, 5);
        for (long index = 0; index < 1_000; index++) {
            Scene scene = sampler.training(index);
            assertThat(scene.figures())
                    .allSatisfy(figure -> assertThat(figure.thing().since()).isLessThanOrEqualTo(curriculum));
            assertThat(curriculum == Curriculum.FULL || scene.count() == 1 && scene.style() == Style.FLAT)
                    .isTrue();
        }
    }

    @Test
    void whatIsSeenAsTheThingItselfIsNeverHeldOut() {
        for (Thing thing : Thing.values()) {
            for (Background background : Background.values()) {
                Scene scene = Scene.of(Figure.plain(thing), 1).withBackground(background);
                assertThat(HeldOut.reasons(scene)).as("%s", scene).isEmpty();
            }
        }
    }

    @Test
    void someSixPercentOfColoursAndTenOfTheirBackgroundsAreHeldOut() {
        int pairs = 0;
        int heldPairs = 0;
        int triples = 0;
        int heldTriples = 0;
        for (Thing thing : Thing.values()) {
            for (Tone tone : Tone.values()) {
                if (!thing.colourable() || tone == thing.naturalTone()) {
                    continue;
                }
                Scene scene = Scene.of(Figure.plain(thing, tone), 1);
                pairs++;
                heldPairs += HeldOut.reasons(scene).contains(HeldOut.COLOUR) ? 1 : 0;
                for (Background background : Background.PLAIN) {
                    triples++;
                    heldTriples +=
                            HeldOut.reasons(scene.withBackground(background)).contains(HeldOut.BACKGROUND) ? 1 : 0;
                }
            }
        }
        assertThat((double) heldPairs / pairs).isBetween(0.03, 0.09);
        assertThat((double) heldTriples / triples).isBetween(0.08, 0.12);
    }

    @Test
    void fullWorldShowsEveryValueOfEveryAttribute() {
        var sampler = new SceneSampler(Curriculum.FULL, 3);
        Set<Thing> things = EnumSet.noneOf(Thing.class);
        Set<Mood> moods = EnumSet.noneOf(Mood.class);
        Set<Wear> wears = EnumSet.noneOf(Wear.class);
        Set<Background> backgrounds = EnumSet.noneOf(Background.class);
        Set<Sky> skies = EnumSet.noneOf(Sky.class);
        Set<Style> styles = EnumSet.noneOf(Style.class);
        Map<Relation, Integer> relations = new EnumMap<>(Relation.class);
        for (long index = 0; index < 6_000; index++) {
            Scene scene = sampler.training(index);
            things.add(scene.first().thing());
            moods.add(scene.first().mood());
            wears.add(scene.first().wear());
            backgrounds.add(scene.background());
            skies.add(scene.sky());
            styles.add(scene.style());
            relations.merge(scene.relation(), 1, Integer::sum);
        }
        assertThat(things).containsExactly(Thing.values());
        assertThat(moods).containsExactly(Mood.values());
        assertThat(wears).containsExactly(Wear.values());
        assertThat(backgrounds).containsExactly(Background.values());
        assertThat(skies).containsExactly(Sky.values());
        assertThat(styles).containsExactly(Style.values());
        assertThat(relations).containsOnlyKeys(Relation.values());
    }
}
