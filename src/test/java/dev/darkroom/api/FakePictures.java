package dev.darkroom.api;

import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.pipeline.SourcePictures;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes every file that begins like a PNG. */
public final class FakePictures implements SourcePictures {

    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    @Override
    public String keep(byte[] file) {
        if (file.length < 4 || file[1] != 'P' || file[2] != 'N' || file[3] != 'G') {
            throw new InvalidRequestException("image", "is not a PNG, JPEG or WebP file");
        }
        String reference = "sha256:%064x".formatted(Arrays.hashCode(file) & 0xffffffffL);
        kept.add(reference);
        return reference;
    }

    @Override
    public boolean has(String reference) {
        return kept.contains(reference);
    }
}
