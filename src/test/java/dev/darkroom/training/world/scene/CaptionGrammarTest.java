package dev.darkroom.training.world.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.training.data.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptionGrammarTest {

    private static final int SCENES = 3_000;

    private final CaptionGrammar grammar = new CaptionGrammar();

    private interface Check {
        void check(Scene scene, String caption, List<String> words);
    }

    private void everyCaption(Curriculum curriculum, Check check) {
        var sampler = new SceneSampler(curriculum, 11);
        for (long index = 0; index < SCENES; index++) {
            Scene scene = sampler.training(index);
            String caption = grammar.caption(scene, Dice.of(11, index));
            check.check(scene, caption, List.of(caption.replaceAll("[.,]", "").split(" ")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWordIsInTheVocabulary(Curriculum curriculum) {
        everyCaption(
                curriculum,
                (scene, caption, words) ->
                        assertThat(Vocabulary.words()).as(caption).containsAll(words));
    }

    @ParameterizedTest
    @EnumSource
    void noCaptionIsTooLong(Curriculum curriculum) {
        everyCaption(
                curriculum,
                (scene, caption, words) ->
                        assertThat(CaptionGrammar.length(caption)).as(caption).isBetween(1, CaptionGrammar.LONGEST));
    }

    @ParameterizedTest
    @EnumSource
    void everyColourSaidIsSeen(Curriculum curriculum) {
        everyCaption(curriculum, (scene, caption, words) -> {
            Set<Tone> seen = EnumSet.noneOf(Tone.class);
            scene.background().tone().ifPresent(seen::add);
            for (Figure figure : scene.figures()) {
                seen.add(figure.tone());
                if (figure.wear() != Wear.NONE) {
                    seen.add(figure.wearTone());
                }
            }
            assertThat(seen).as(caption).containsAll(said(words, Tone.values(), Tone::words));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyColourThatIsNotTheDefaultIsSaid(Curriculum curriculum) {
        everyCaption(curriculum, (scene, caption, words) -> {
            List<Tone> needed = new ArrayList<>();
            scene.background().tone().ifPresent(needed::add);
            for (Figure figure : scene.figures()) {
                if (figure.tone() != figure.thing().naturalTone()) {
                    needed.add(figure.tone());
                }
                if (figure.wearTone() != figure.wear().naturalTone()) {
                    needed.add(figure.wearTone());
                }
            }
            for (Tone tone : EnumSet.copyOf(needed.isEmpty() ? List.of(Tone.RED) : needed)) {
                long times = words.stream().filter(tone.words()::contains).count();
                assertThat(times)
                        .as(caption)
                        .isGreaterThanOrEqualTo(
                                needed.stream().filter(tone::equals).count());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void moodsWearNumbersAndSceneryAreSaidAsTheyAre(Curriculum curriculum) {
        everyCaption(curriculum, (scene, caption, words) -> {
            for (Figure figure : scene.figures()) {
                boolean heartEyes = figure.mood() == Mood.IN_LOVE
                        && (caption.contains("with heart eyes") || caption.contains("in love"));
                boolean tears = figure.mood() == Mood.LAUGHING && caption.contains("with tears of joy");
                if (figure.mood() != Mood.HAPPY && !heartEyes && !tears) {
                    assertThat(words)
                            .as(caption)
                            .containsAnyElementsOf(figure.mood().words());
                }
                assertThat(figure.wear().words().stream()
                                .map(worn -> worn.substring(worn.lastIndexOf(' ') + 1))
                                .anyMatch(caption::contains))
                        .as(caption)
                        .isEqualTo(figure.wear() != Wear.NONE);
            }
            Set<Mood> moods = new HashSet<>();
            scene.figures().forEach(figure -> moods.add(figure.mood()));
            assertThat(moods).as(caption).containsAll(said(words, Mood.values(), Mood::words));
            if (scene.count() > 1) {
                assertThat(words)
                        .as(caption)
                        .containsAnyOf(
                                List.of("one", "two", "three", "four").get(scene.count() - 1),
                                Integer.toString(scene.count()));
            }
            assertThat(said(words, Extent.values(), Extent::words))
                    .as(caption)
                    .isEqualTo(
                            scene.extent() == Extent.MEDIUM
                                    ? EnumSet.noneOf(Extent.class)
                                    : EnumSet.of(scene.extent()));
            if (scene.background().scenery()) {
                assertThat(scene.background().phrases().stream().anyMatch(caption::contains))
                        .as(caption)
                        .isTrue();
            }
            if (scene.sky() != Sky.NONE) {
                assertThat(caption).contains(scene.sky().words().get(0));
            }
            if (scene.style() != Style.FLAT) {
                assertThat(caption.toLowerCase(Locale.ROOT))
                        .containsAnyOf(
                                scene.style() == Style.PIXEL ? new String[] {"pixel"} : new String[] {"line", "lines"});
            }
        });
    }

    private static <T extends Enum<T>> Set<T> said(
            List<String> words, T[] values, java.util.function.Function<T, List<String>> names) {
        Set<T> said = EnumSet.noneOf(values[0].getDeclaringClass());
        Arrays.stream(values)
                .filter(value -> names.apply(value).stream().anyMatch(words::contains))
                .forEach(said::add);
        return said;
    }
}
