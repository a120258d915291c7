package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.Size;
import dev.darkroom.model.Conditioning;
import dev.darkroom.model.ModelSpace;
import dev.darkroom.model.SizeRule;
import dev.darkroom.pipeline.NameCheck.Names;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameCheckTest {

    private static final ModelChoice MODEL = new ModelChoice(
            "m",
            "A model.",
            ModelSpace.LATENT,
            Conditioning.text(12),
            SizeRule.free(8),
            new Size(64, 64),
            20,
            7,
            "dpmpp_2m",
            "karras",
            0,
            Set.of(),
            Set.of());

    private final FieldCheck check = new FieldCheck();

    @Test
    void withoutWordsBothAreTheModels() {
        assertThat(names(null, null)).isEqualTo(new Names("dpmpp_2m", "karras"));
    }

    @Test
    void aScheduleSaidGoesBeforeTheOneInTheSamplersName() {
        assertThat(names("DPM++ 2M Karras", null)).isEqualTo(new Names("dpmpp_2m", "karras"));
        assertThat(names("DPM++ 2M Karras", "exponential")).isEqualTo(new Names("dpmpp_2m", "exponential"));
        assertThat(names("EulerDiscreteScheduler", "Karras")).isEqualTo(new Names("euler", "karras"));
    }

    @Test
    void aSamplerWithTimestepsOfItsOwnDoesNotInheritTheModelsSchedule() {
        assertThat(names("ddim", null)).isEqualTo(new Names("ddim", "default"));
        assertThat(names("ddim", "default")).isEqualTo(new Names("ddim", "default"));
    }

    @Test
    void aScheduleThatTheSamplerCannotTakeIsAnErrorNotSilence() {
        names("ddim", "karras");
        assertThatThrownBy(check::orThrow)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("schedule: the sampler ddim walks timesteps of its own");
    }

    @Test
    void anUnknownNameComesWithNearOnes() {
        names("eulr", null);
        assertThatThrownBy(check::orThrow).hasMessageContaining("\"eulr\"").hasMessageContaining("euler");
    }

    private Names names(@Nullable String sampler, @Nullable String schedule) {
        return new NameCheck(check).names(sampler, schedule, MODEL);
    }
}
