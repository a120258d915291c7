package dev.darkroom.api.v1;

import dev.darkroom.api.web.Turns;
import dev.darkroom.plot.Sheet;
import dev.darkroom.plot.SheetWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Plots as files; those asked for lately are kept. Thread-safe. */
@Component
class Plots {

    private static final int KEPT = 64;
    /** Painting takes a processor for some tenths of a second. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SheetWriter writer = new SheetWriter();
    private final Turns turns = new Turns(AT_ONCE, PATIENCE);
    private final Map<Object, Plot> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Plot> eldest) {
            return size() > KEPT;
        }
    });

    /**
     * A file.
     *
     * @param bytes of it; not changed
     * @param etag strong
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Plot(byte[] bytes, String etag) {}

    /**
     * The sheet as SVG.
     *
     * @param key equal only for equal sheets
     */
    Plot svg(Object key, Supplier<Sheet> sheet) {
        return plot(Map.entry("svg", key), () -> writer.svg(sheet.get()));
    }

    /**
     * The sheet as PNG.
     *
     * @param key equal only for equal sheets
     * @param width in pixels
     */
    Plot png(Object key, int width, Supplier<Sheet> sheet) {
        return plot(Map.entry(width, key), () -> writer.png(sheet.get(), width));
    }

    private Plot plot(Object key, Supplier<byte[]> draw) {
        Plot known = kept.get(key);
        if (known != null) {
            return known;
        }
        Plot drawn = turns.take(() -> {
            byte[] bytes = draw.get();
            return new Plot(bytes, '"' + sha256(bytes) + '"');
        });
        kept.put(key, drawn);
        return drawn;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
