package dev.darkroom.generation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a picture grows between the two passes of a high-resolution run: as a latent, or as pixels in between. */
public enum Upscaler {
    LATENT_NEAREST("Latent (nearest)"),
    LATENT_NEAREST_EXACT("Latent (nearest-exact)"),
    LATENT_BILINEAR("Latent"),
    LATENT_BILINEAR_ANTIALIASED("Latent (antialiased)"),
    LATENT_BICUBIC("Latent (bicubic)"),
    LATENT_BICUBIC_ANTIALIASED("Latent (bicubic antialiased)"),
    NEAREST("Nearest"),
    BILINEAR("Bilinear"),
    BICUBIC("Bicubic"),
    LANCZOS("Lanczos");

    private final String title;

    Upscaler(String title) {
        this.title = title;
    }

    /** Name in a request, for example {@code latent-bilinear}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name as webui spells it. */
    public String title() {
        return title;
    }

    /** All names that a request may use. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Upscaler::id).toList();
    }

    /** The upscaler of a name, either spelling; case, spaces and punctuation do not matter. */
    public static Optional<Upscaler> of(String name) {
        String wanted = letters(name);
        return Arrays.stream(values())
                .filter(one ->
                        letters(one.title).equals(wanted) || letters(one.name()).equals(wanted))
                .findFirst();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
