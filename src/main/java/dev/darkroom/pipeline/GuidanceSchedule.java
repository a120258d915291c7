package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.torch.Condition;

/** What an image is conditioned on, and how it is guided, at every network call of a pass. Thread-safe. */
@FunctionalInterface
interface GuidanceSchedule {

    /**
     * The guidance of one call.
     *
     * @param call its number within the pass, from 0; a function of this number alone, so that a run that goes on after a
     *     crash is guided as it was
     */
    Guidance<Condition> at(int call);
}
