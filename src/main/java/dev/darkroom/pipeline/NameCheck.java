package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerCatalog.Match;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.denoise.plan.ScheduleEntry;
import dev.darkroom.denoise.plan.UnknownNameException;
import dev.darkroom.generation.Quoted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sampler and schedule in any known spelling, to their canonical names. */
class NameCheck {

    /** The schedule of a request that none was chosen for because none is taken. */
    static final String NO_SCHEDULE = ScheduleCatalog.DEFAULT.name();

    private final FieldCheck check;

    NameCheck(FieldCheck check) {
        this.check = check;
    }

    /** Canonical names. */
    record Names(String sampler, String schedule) {}

    /**
     * What a request means. A schedule said explicitly goes before one that is part of the sampler's name, as in
     * {@code DPM++ 2M Karras}; without either it is the model's. A sampler that walks timesteps of its own takes none.
     */
    Names names(@Nullable String sampler, @Nullable String schedule, ModelChoice model) {
        Optional<Match> match = sampler == null ? Optional.empty() : sampler(sampler);
        String implied = match.flatMap(Match::schedule).map(ScheduleEntry::name).orElse(model.schedule());
        String name = match.map(found -> found.sampler().name()).orElse(model.sampler());
        String chosen = schedule == null ? implied : schedule(schedule, implied);
        if (SamplerCatalog.get(name).sampler().takesSchedules()) {
            return new Names(name, chosen);
        }
        if (schedule != null && !chosen.equals(NO_SCHEDULE)) {
            check.error(
                    "schedule",
                    "the sampler " + name + " walks timesteps of its own and takes no schedule; leave schedule out, or"
                            + " choose a sampler that takes one, such as euler or dpmpp_2m");
        }
        return new Names(name, NO_SCHEDULE);
    }

    private Optional<Match> sampler(String name) {
        try {
            return Optional.of(SamplerCatalog.get(name));
        } catch (UnknownNameException e) {
            unknown("sampler", name, e);
            return Optional.empty();
        }
    }

    private String schedule(String name, String otherwise) {
        try {
            return ScheduleCatalog.get(name).name();
        } catch (UnknownNameException e) {
            unknown("schedule", name, e);
            return otherwise;
        }
    }

    private void unknown(String field, String name, UnknownNameException e) {
        check.error(
                field,
                Quoted.of(name) + " is not a known " + field + "; near names are " + String.join(", ", e.near())
                        + "; GET /api/v1/" + field + "s lists them all");
    }
}
