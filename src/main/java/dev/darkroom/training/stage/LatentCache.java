package dev.darkroom.training.stage;

import dev.darkroom.latent.Autoencoder;
import dev.darkroom.text.CaptionWords;
import dev.darkroom.torch.Wrap;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Latents that were encoded once, on disk: {@code latents.f32} holds their numbers one after the other,
 * {@code latents.jsonl} their captions and where the source stood behind each. It grows while training goes on. For one
 * thread.
 */
final class LatentCache implements Closeable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LINES = "latents.jsonl";

    /** The longest list of words that is written into a model. */
    private static final int MOST_WORDS = 5_000;

    private final Autoencoder autoencoder;
    private final int side;
    private final int numbers;
    private final Path lines;
    private final FileChannel data;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * Opens or makes the cache of a folder.
     *
     * @param origin what the latents come from: a cache of other pictures or another autoencoder is refused
     * @param position entries of examples behind it are dropped: they are read again
     */
    LatentCache(Path folder, String origin, Autoencoder autoencoder, int side, long position) throws IOException {
        this.autoencoder = autoencoder;
        this.side = side;
        int latent = side / autoencoder.factor();
        this.numbers = autoencoder.channels() * latent * latent;
        this.lines = folder.resolve(LINES);
        checkOrigin(folder.resolve("latents.origin"), origin);
        if (Files.isRegularFile(lines)) {
            for (String line : Files.readAllLines(lines)) {
                Entry entry = JSON.readValue(line, Entry.class);
                if (entry.position() <= position) {
                    entries.add(entry);
                }
            }
        }
        StringBuilder kept = new StringBuilder();
        entries.forEach(entry -> kept.append(JSON.writeValueAsString(entry)).append('\n'));
        Files.writeString(lines, kept);
        this.data = FileChannel.open(
                folder.resolve("latents.f32"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        data.truncate(bytes() * (long) entries.size());
    }

    private static void checkOrigin(Path file, String origin) throws IOException {
        if (!Files.isRegularFile(file)) {
            Files.writeString(file, origin);
        } else if (!Files.readString(file).equals(origin)) {
            throw new UnusableSettingsException(file.getParent() + " holds latents of " + Files.readString(file)
                    + ", not of " + origin + "; train into another folder or remove its latents.*");
        }
    }

    private int bytes() {
        return numbers * Float.BYTES;
    }

    int size() {
        return entries.size();
    }

    /** Encodes the next example that is trained on, and keeps it. */
    void add(ExampleReader reader) throws IOException {
        Example example = HeldBack.trained(reader);
        float[] latent = encode(autoencoder, example, side);
        ByteBuffer buffer = ByteBuffer.allocate(bytes()).order(ByteOrder.nativeOrder());
        buffer.asFloatBuffer().put(latent);
        long at = bytes() * (long) entries.size();
        while (buffer.hasRemaining()) {
            at += data.write(buffer, at);
        }
        Entry entry = new Entry(reader.position(), example.captions());
        Files.writeString(lines, JSON.writeValueAsString(entry) + '\n', StandardOpenOption.APPEND);
        entries.add(entry);
    }

    /** The words of all captions of a folder's cache; empty if there are more than a list should have. */
    static SortedSet<String> words(Path folder) throws IOException {
        SortedSet<String> words = new TreeSet<>();
        try (Stream<String> lines = Files.lines(folder.resolve(LINES))) {
            lines.forEach(line -> JSON.readValue(line, Entry.class)
                    .captions()
                    .forEach(caption -> words.addAll(CaptionWords.of(caption))));
        }
        return words.size() > MOST_WORDS ? new TreeSet<>() : words;
    }

    /** The latent of an example, in the sampler's scale: its posterior's mode. */
    static float[] encode(Autoencoder autoencoder, Example example, int side) {
        int latent = side / autoencoder.factor();
        float[] zeros = new float[autoencoder.channels() * latent * latent];
        return autoencoder.encode(PictureShape.square(example.picture(), side), side, side, zeros, Wrap.NONE);
    }

    float[] latent(int index) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes()).order(ByteOrder.nativeOrder());
        long at = bytes() * (long) index;
        while (buffer.hasRemaining()) {
            int read = data.read(buffer, at + buffer.position());
            if (read < 0) {
                throw new IOException(lines.getParent() + "/latents.f32 ended early; remove its latents.* files");
            }
        }
        float[] latent = new float[numbers];
        buffer.flip().asFloatBuffer().get(latent);
        return latent;
    }

    List<String> captions(int index) {
        return entries.get(index).captions();
    }

    @Override
    public void close() throws IOException {
        data.close();
    }

    /**
     * What is known of a latent.
     *
     * @param position of the source behind its example
     */
    record Entry(long position, List<String> captions) {}
}
