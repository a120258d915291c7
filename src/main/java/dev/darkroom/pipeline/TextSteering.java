package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Interpolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** By prompts; images of equal prompts share what was read of them. */
record TextSteering(GenerationRequest request, Wording wording) implements Steering {

    @Override
    public List<List<GuidanceSchedule>> schedules(List<Pass> passes) {
        Interpolation way = request.interpolation();
        if (way != null) {
            return IntStream.range(0, way.frames())
                    .mapToObj(frame -> wording.schedules(way, way.place(frame), passes))
                    .toList();
        }
        Map<String, List<GuidanceSchedule>> known = new HashMap<>();
        return IntStream.range(0, request.count())
                .mapToObj(request::promptOf)
                .map(prompt -> known.computeIfAbsent(prompt, same -> wording.schedules(same, passes)))
                .toList();
    }
}
