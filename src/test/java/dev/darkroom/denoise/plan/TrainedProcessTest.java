package dev.darkroom.denoise.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainedProcessTest {

    @Test
    void ofATableIsTheTablesVariancePreservingLevels() {
        SchedulerConfig config = new SchedulerConfig("DDIMScheduler", Map.of("beta_schedule", "scaled_linear"));
        TrainedProcess process = TrainedProcess.of(config);
        TrainingTable table = TrainingTable.of(config);
        assertThat(process.timesteps()).isEqualTo(1000);
        for (int t : new int[] {0, 321, 999}) {
            NoiseLevel level = process.level(t);
            assertThat(level.alpha() * level.alpha()).isCloseTo(table.alphaBar(t), within(1e-12));
            assertThat(level.alpha() * level.alpha() + level.sigma() * level.sigma())
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(process.all()).hasSize(1001).first().matches(NoiseLevel::clean);
    }

    @Test
    void ofAFlowIsShiftedAndEndsInPureNoise() {
        TrainedProcess process =
                TrainedProcess.of(new SchedulerConfig("FlowMatchEulerDiscreteScheduler", Map.of("shift", 3.0)));
        assertThat(process.level(499).sigma()).isCloseTo(0.75, within(1e-12));
        assertThat(process.level(999)).isEqualTo(new NoiseLevel(999, 0, 1));
    }

    @Test
    void spreadsTimestepsFromEndToEnd() {
        TrainedProcess process = TrainedProcess.of(new SchedulerConfig("DDIMScheduler", Map.of()));
        assertThat(process.spread(5)).containsExactly(0, 250, 500, 749, 999);
        assertThat(process.spread(1)).containsExactly(0);
    }

    @Test
    void ofContinuousLevelsHasNoTimesteps() {
        assertThatThrownBy(() -> TrainedProcess.of(new SchedulerConfig("EDMEulerScheduler", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timesteps");
    }
}
