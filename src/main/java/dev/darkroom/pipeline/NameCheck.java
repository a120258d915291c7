package dev.darkroom.pipeline;

import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of samplers and schedules in any known spelling, to their canonical ones. */
class NameCheck {

    private final FieldCheck check;

    NameCheck(FieldCheck check) {
        this.check = check;
    }

    /** The canonical name, or {@code otherwise} when none was given or it is not known. */
    String canonical(String field, @Nullable String wanted, List<NamedChoice> known, String otherwise) {
        if (wanted == null) {
            return otherwise;
        }
        String folded = fold(wanted);
        return known.stream()
                .filter(choice -> spellings(choice).anyMatch(name -> fold(name).equals(folded)))
                .map(NamedChoice::name)
                .findFirst()
                .orElseGet(() -> {
                    check.error(field, unknown(field, wanted, known));
                    return otherwise;
                });
    }

    private static String unknown(String field, String wanted, List<NamedChoice> known) {
        List<String> names = known.stream().flatMap(NameCheck::spellings).toList();
        return Quoted.of(wanted) + " is not a known " + field + NearNames.hint(wanted, names) + "; GET /api/v1/" + field
                + "s lists them all";
    }

    private static Stream<String> spellings(NamedChoice choice) {
        return Stream.concat(Stream.of(choice.name()), choice.aliases().stream());
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
