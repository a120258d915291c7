package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Schedule;

/** Counts for samplers that evaluate twice in each step but not in one that ends at sigma 0. */
final class TwoStage {

    private TwoStage() {}

    static int evaluations(Schedule schedule) {
        int count = 0;
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            count += schedule.to(i).clean() ? 1 : 2;
        }
        return count;
    }
}
