package dev.darkroom.training.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.text.CaptionWords;
import dev.darkroom.torch.Wrap;
import dev.darkroom.training.JsonLines;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Latents that were encoded once, on disk: {@code latents.f32} holds their numbers one after the other, behind each what a
 * classifier saw in its picture, if one looks at them; {@code latents.jsonl} holds their captions, sizes and where the
 * source stood behind each. It grows while training goes on. For one thread.
 */
final class LatentCache implements Closeable {

    /** The longest list of words that is written into a model. */
    private static final int MOST_WORDS = 5_000;

    private final Autoencoder autoencoder;
    private final @Nullable Alignment alignment;
    private final Size usual;
    private final Path folder;
    private final JsonLines<Entry> lines;
    private final FileChannel data;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private final Map<Size, List<Integer>> bySize = new LinkedHashMap<>();
    private long end;

    /**
     * Opens or makes the cache of a folder.
     *
     * @param origin what the latents come from: a cache of other pictures or another autoencoder is refused
     * @param parts the autoencoder, and the classifier if there is one
     * @param usual size of pictures whose entries do not say theirs
     * @param position entries of examples behind it are dropped: they are read again
     */
    LatentCache(Path folder, String origin, DenoisingParts parts, Size usual, long position) throws IOException {
        this.autoencoder = parts.autoencoder();
        this.alignment = parts.alignment();
        this.usual = usual;
        this.folder = folder;
        this.lines = lines(folder);
        checkOrigin(folder.resolve("latents.origin"), origin);
        lines.read().stream().filter(entry -> entry.position() <= position).forEach(this::append);
        lines.write(entries);
        this.data = FileChannel.open(
                folder.resolve("latents.f32"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        data.truncate(end);
    }

    private static JsonLines<Entry> lines(Path folder) {
        return new JsonLines<>(folder.resolve("latents.jsonl"), new TypeReference<>() {});
    }

    private static void checkOrigin(Path file, String origin) throws IOException {
        if (!Files.isRegularFile(file)) {
            Files.writeString(file, origin);
        } else if (!Files.readString(file).equals(origin)) {
            throw new UnusableSettingsException(file.getParent() + " holds latents of " + Files.readString(file)
                    + ", not of " + origin + "; train into another folder or remove its latents.*");
        }
    }

    private void append(Entry entry) {
        Size size = entry.size() == null ? usual : entry.size();
        bySize.computeIfAbsent(size, key -> new ArrayList<>()).add(entries.size());
        starts.add(end);
        entries.add(entry);
        end += bytes(size) + featureBytes();
    }

    private int bytes(Size size) {
        int numbers = 1;
        for (long side : shape(size)) {
            numbers *= Math.toIntExact(side);
        }
        return numbers * Float.BYTES;
    }

    private int featureBytes() {
        return alignment == null ? 0 : alignment.numbers() * Float.BYTES;
    }

    /** The shape of the latents of pictures of a size: [C, h, w]. */
    long[] shape(Size picture) {
        int factor = autoencoder.factor();
        return new long[] {autoencoder.channels(), picture.height() / factor, picture.width() / factor};
    }

    int size() {
        return entries.size();
    }

    /** Sizes of the pictures, each with the numbers of its latents in ascending order. */
    Map<Size, List<Integer>> bySize() {
        return bySize;
    }

    /** The size of a latent's picture. */
    Size pictureSize(int index) {
        Size size = entries.get(index).size();
        return size == null ? usual : size;
    }

    /** Encodes the next example that is trained on, and keeps it. */
    void add(ExampleReader reader) throws IOException {
        Example example = HeldBack.trained(reader);
        Size size = example.picture().size();
        ByteBuffer buffer = ByteBuffer.allocate(bytes(size) + featureBytes()).order(ByteOrder.nativeOrder());
        FloatBuffer numbers = buffer.asFloatBuffer().put(encode(autoencoder, example.picture()));
        if (alignment != null) {
            numbers.put(alignment.features(example.picture()));
        }
        long at = end;
        while (buffer.hasRemaining()) {
            at += data.write(buffer, at);
        }
        Entry entry = new Entry(reader.position(), example.captions(), size.equals(usual) ? null : size);
        lines.add(entry);
        append(entry);
    }

    /** The words of all captions of a folder's cache; empty if there are more than a list should have. */
    static SortedSet<String> words(Path folder) throws IOException {
        SortedSet<String> words = new TreeSet<>();
        for (Entry entry : lines(folder).read()) {
            entry.captions().forEach(caption -> words.addAll(CaptionWords.of(caption)));
        }
        return words.size() > MOST_WORDS ? new TreeSet<>() : words;
    }

    /** The latent of a picture, in the sampler's scale: its posterior's mode. */
    static float[] encode(Autoencoder autoencoder, Picture picture) {
        Size size = picture.size();
        int factor = autoencoder.factor();
        if (size.width() % factor != 0 || size.height() % factor != 0) {
            throw new UnusableSettingsException(
                    "pictures of " + size + " cannot be encoded: the autoencoder wants sides"
                            + " that are multiples of " + factor + "; choose size and buckets.multiple so");
        }
        float[] zeros = new float[Math.toIntExact(autoencoder.channels() * size.pixels() / factor / factor)];
        return autoencoder.encode(PicturePlanes.signed(picture), size.height(), size.width(), zeros, Wrap.NONE);
    }

    float[] latent(int index) throws IOException {
        return read(starts.get(index), bytes(pictureSize(index)));
    }

    /** What the classifier saw in a latent's picture; empty if there is none. */
    float[] features(int index) throws IOException {
        return read(starts.get(index) + bytes(pictureSize(index)), featureBytes());
    }

    private float[] read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
        while (buffer.hasRemaining()) {
            int read = data.read(buffer, at + buffer.position());
            if (read < 0) {
                throw new IOException(folder + "/latents.f32 ended early; remove its latents.* files");
            }
        }
        float[] numbers = new float[bytes / Float.BYTES];
        buffer.flip().asFloatBuffer().get(numbers);
        return numbers;
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
     * @param size of its picture; null for the usual one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long position, List<String> captions, @Nullable Size size) {}
}
