package dev.darkroom.training.world.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SceneLabelsTest {

    @Test
    void everySceneComesBackFromItsLabels() {
        SceneSampler sampler = new SceneSampler(Curriculum.FULL, 11);
        for (long index = 0; index < 500; index++) {
            Scene scene = sampler.any(index);

            assertThat(SceneLabels.scene(scene.attributes(), scene.variety())).isEqualTo(scene);
        }
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        assertThat(SceneLabels.scene(Map.of("object", "apple"), 3)).isEqualTo(Scene.of(Figure.plain(Thing.APPLE), 3));
    }

    @Test
    void unknownLabelsAreNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> SceneLabels.scene(Map.of("object", "cat", "background", "plaid"), 0))
                .hasMessageContaining("background is 'plaid'; say one of pastel, red");
        assertThatThrownBy(() -> SceneLabels.scene(Map.of(), 0)).hasMessageContaining("object is ''");
        assertThatThrownBy(() -> SceneLabels.scene(Map.of("object", "cat", "count", "many"), 0))
                .hasMessageContaining("count is many");
    }
}
