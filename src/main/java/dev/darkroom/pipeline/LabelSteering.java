package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.model.Conditioning;
import dev.darkroom.torch.ClassLabel;
import dev.darkroom.torch.Condition;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By a label, led away from the class that stands for none (Ho and Salimans 2022); a model without labels is told
 * nothing.
 *
 * @param conditioning the model's
 */
record LabelSteering(GenerationRequest request, Conditioning conditioning) implements Steering {

    @Override
    public List<List<GuidanceSchedule>> schedules(List<Pass> passes) {
        List<GuidanceSchedule> each = passes.stream().map(this::schedule).toList();
        return Collections.nCopies(request.pictures(), each);
    }

    private GuidanceSchedule schedule(Pass pass) {
        Telling telling = pass.telling();
        double scale = telling == null ? request.sampling().guidanceScale() : telling.guidanceScale();
        Guides guides = new Guides(request.guidance(), scale, request.sampling().guidanceRescale());
        Condition hidden = condition(null, conditioning);
        Condition wanted = condition(request.label(), conditioning);
        return call -> guides.of(wanted, hidden, null, pass.plan().schedule());
    }

    /** What the network is told of a label; of none the class that stands for that, if there is one. */
    static Condition condition(@Nullable String label, Conditioning conditioning) {
        if (label == null) {
            return conditioning.hides() ? new ClassLabel(conditioning.hidden()) : ClassLabel.NOTHING;
        }
        return new ClassLabel(conditioning.number(label));
    }
}
