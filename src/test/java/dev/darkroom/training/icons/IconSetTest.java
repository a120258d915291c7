package dev.darkroom.training.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IconSetTest {

    private final IconSet icons = IconSet.load();

    @Test
    void everyLabelHasIconsOfTheRightSize() {
        assertThat(icons.labels()).hasSize(16).doesNotHaveDuplicates().contains("smiley", "heart");
        Set<Integer> drawn = icons.trained().stream().map(Icon::label).collect(Collectors.toSet());
        assertThat(drawn).hasSize(16);
        assertThat(icons.trained())
                .allSatisfy(icon -> assertThat(icon.cells())
                        .hasSize(IconSet.SIDE * IconSet.SIDE)
                        .doesNotContain(-1)
                        .satisfies(
                                cells -> assertThat(Arrays.stream(cells).max().orElseThrow())
                                        .isLessThan(IconSet.PALETTE.size())));
    }

    @Test
    void aboutOneInTenIsHeldOutAndNeverTrainedOn() {
        Set<List<Integer>> trained = cells(icons.trained());
        Set<List<Integer>> heldOut = cells(icons.heldOut());
        assertThat(heldOut).doesNotContainAnyElementsOf(trained);
        assertThat((double) heldOut.size() / (heldOut.size() + trained.size())).isBetween(0.06, 0.14);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            assertThat(heldOut).doesNotContain(list(icons.draw(random)));
        }
    }

    private static Set<List<Integer>> cells(List<Icon> icons) {
        return new HashSet<>(icons.stream().map(IconSetTest::list).toList());
    }

    private static List<Integer> list(Icon icon) {
        return Arrays.stream(icon.cells()).boxed().toList();
    }
}
