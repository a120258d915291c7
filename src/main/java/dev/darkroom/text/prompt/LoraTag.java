package dev.darkroom.text.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A low-rank adapter that a prompt asks for: {@code <lora:name:te:unet:rank>}, the last three also as {@code te=},
 * {@code unet=} and {@code dyn=}.
 *
 * @param name of the adapter
 * @param textEncoder multiplier in the text encoder; 1 if none is given
 * @param unet multiplier in the UNet; the text encoder's if none is given
 * @param rank rank to cut the adapter to; empty for its own
 */
public record LoraTag(String name, double textEncoder, double unet, OptionalInt rank) {

    private static final Set<String> TYPES = Set.of("lora", "lyco");
    private static final int RANK = 3;

    /** Whether the tag asks for such an adapter. */
    public static boolean isLora(ExtraNetwork tag) {
        return TYPES.contains(tag.type());
    }

    /** The adapter; empty if the tag has no name, or a number in it is none. */
    public static Optional<LoraTag> of(ExtraNetwork tag) {
        List<String> positional = tag.positional();
        if (positional.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, String> named = tag.named();
            double textEncoder = number(named.get("te"), number(at(positional, 1), 1));
            double unet = number(named.get("unet"), number(at(positional, 2), textEncoder));
            String rank = named.getOrDefault("dyn", at(positional, RANK));
            return Optional.of(new LoraTag(
                    positional.get(0),
                    textEncoder,
                    unet,
                    rank == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(Characters.trimmed(rank)))));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static @Nullable String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : null;
    }

    private static double number(@Nullable String text, double otherwise) {
        if (text == null) {
            return otherwise;
        }
        OptionalDouble number = Numbers.decimal(Characters.trimmed(text));
        return number.orElseThrow(NumberFormatException::new);
    }
}
