package dev.darkroom.api.v1;

import dev.darkroom.denoise.plan.ScheduleEntry;
import dev.darkroom.plot.VarianceSchedule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule in JSON. */
@Schema(name = "Schedule", description = "How the steps are spread over the noise levels")
public record ScheduleView(
        @Schema(example = "karras") String name,
        @Schema(example = "Karras") String title,
        String description,

        @Schema(description = "Where it comes from; null where the description says it") @Nullable
        String paper,

        @Schema(description = "Other spellings that are understood")
        List<String> aliases) {

    static ScheduleView of(ScheduleEntry entry) {
        return new ScheduleView(entry.name(), entry.title(), entry.description(), entry.paper(), entry.aliases());
    }

    static ScheduleView of(VarianceSchedule schedule) {
        return new ScheduleView(schedule.name(), schedule.title(), schedule.description(), null, schedule.aliases());
    }
}
