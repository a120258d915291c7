package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All samplers, and every name they go by: ComfyUI's, k-diffusion's, webui's, the scheduler classes of diffusers. */
public final class SamplerCatalog {

    private static final List<SamplerEntry> ALL = Stream.of(
                    DiscreteSamplers.ALL,
                    AncestralSamplers.ALL,
                    SolverSamplers.ALL,
                    TimestepSamplers.ALL,
                    GuidedSamplers.ALL,
                    FlowSamplers.ALL,
                    ContinuousSamplers.ALL,
                    ScoreSamplers.ALL,
                    SdeSamplers.ALL)
            .flatMap(List::stream)
            .toList();

    private static final List<SamplerEntry> KNOWN =
            Stream.concat(ALL.stream(), OwnSamplers.ALL.stream()).toList();

    private static final Map<String, SamplerEntry> BY_KEY = byKey();

    private SamplerCatalog() {}

    /** A sampler, and the schedule that its name also said, as in {@code DPM++ 2M Karras}. */
    public record Match(SamplerEntry sampler, Optional<ScheduleEntry> schedule) {}

    /** All samplers that can be asked for by name. */
    public static List<SamplerEntry> all() {
        return ALL;
    }

    /** The sampler of any known spelling. */
    public static Match get(String name) {
        String key = Names.key(name);
        SamplerEntry exact = BY_KEY.get(key);
        if (exact != null) {
            return new Match(exact, Optional.empty());
        }
        for (int split = key.length() - 1; split > 0; split--) {
            SamplerEntry sampler = BY_KEY.get(key.substring(0, split));
            Optional<ScheduleEntry> schedule = ScheduleCatalog.find(key.substring(split));
            if (sampler != null && schedule.isPresent()) {
                return new Match(sampler, schedule);
            }
        }
        throw new UnknownNameException(
                "sampler", name, Names.near(name, ALL.stream().map(SamplerEntry::name)));
    }

    /** The sampler that a model's configuration names; the first one of its class where no other fits. */
    public static SamplerEntry of(SchedulerConfig config) {
        SamplerEntry usual = get(config.className()).sampler();
        return KNOWN.stream()
                .filter(entry -> entry.className().equals(config.className()))
                .filter(entry -> entry.runs(config, usual))
                .max(Comparator.comparingInt(entry -> entry.options().size()))
                .orElse(usual);
    }

    private static Map<String, SamplerEntry> byKey() {
        Map<String, SamplerEntry> entries = new HashMap<>();
        for (SamplerEntry entry : KNOWN) {
            entries.put(Names.key(entry.name()), entry);
        }
        for (SamplerEntry entry : KNOWN) {
            entries.putIfAbsent(Names.key(entry.facts().title()), entry);
            entries.putIfAbsent(Names.key("sample_" + entry.name()), entry);
            entry.aliases().forEach(alias -> entries.putIfAbsent(Names.key(alias), entry));
            if (!entry.className().isEmpty()) {
                entries.putIfAbsent(Names.key(entry.className()), entry);
                entries.putIfAbsent(Names.key(entry.className().replace("Scheduler", "")), entry);
            }
        }
        return Map.copyOf(entries);
    }
}
