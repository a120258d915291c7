package dev.darkroom.training.data;

import dev.darkroom.image.UnreadablePictureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Goes through shards, pass after pass. Its position is the pass and how many examples of it were drawn, broken ones
 * included; going there reads the shards of that pass again up to it, without decoding a picture.
 */
final class ShardsReader implements ExampleReader {

    private static final int PASS_SHIFT = 40;
    private static final long DRAWN = (1L << PASS_SHIFT) - 1;

    private final ShardedExamples source;
    private final ShuffleBuffer.Bounds bounds;
    private final ExampleDecoder decoder = new ExampleDecoder();
    private final PassOver passOver;
    private final Queue<Path> ahead = new ArrayDeque<>();
    private ShuffleBuffer buffer;
    private @Nullable ShardReader shard;
    private boolean replaying;
    private long pass;
    private long drawn;
    private long usedInPass;

    ShardsReader(ShardedExamples source, ShuffleBuffer.Bounds bounds, long position) throws IOException {
        this.source = source;
        this.bounds = bounds;
        this.passOver = new PassOver(source.description());
        this.pass = position >>> PASS_SHIFT;
        this.buffer = begin();
        replaying = true;
        while (drawn < (position & DRAWN) && raw().isPresent()) {
            // a pass that ends here was not useless
            usedInPass = 1;
        }
        replaying = false;
    }

    private ShuffleBuffer begin() {
        drawn = 0;
        usedInPass = 0;
        ahead.clear();
        ahead.addAll(source.order(pass));
        return new ShuffleBuffer(bounds, Dice.of(~source.seed(), pass));
    }

    @Override
    public Example next() throws IOException {
        while (true) {
            Optional<RawExample> raw = raw();
            if (raw.isEmpty()) {
                if (usedInPass == 0) {
                    throw new IOException(
                            "nothing in " + source.description()
                                    + " can be used; an example needs a picture (.png, .jpg, .webp), the log says what is wrong");
                }
                pass++;
                buffer = begin();
                continue;
            }
            try {
                Example example = decoded(raw.get());
                usedInPass++;
                return example;
            } catch (UnreadablePictureException | JacksonException | IOException e) {
                passOver.broken(raw.get().key(), e);
            }
        }
    }

    /** The next of this pass; empty at its end. */
    private Optional<RawExample> raw() throws IOException {
        while (!buffer.full() && (shard != null || !ahead.isEmpty())) {
            Optional<RawExample> read = read();
            read.ifPresent(buffer::add);
        }
        if (buffer.empty()) {
            return Optional.empty();
        }
        drawn++;
        return Optional.of(buffer.draw());
    }

    /** One example of the shard at hand; empty at its end, also where that comes too early. */
    private Optional<RawExample> read() throws IOException {
        Path file = ahead.peek();
        try {
            ShardReader reader = shard;
            if (reader == null) {
                reader = new ShardReader(ahead.element());
                ahead.remove();
                shard = reader;
            }
            Optional<RawExample> raw = reader.next();
            if (raw.isEmpty()) {
                close();
            }
            return raw;
        } catch (IOException e) {
            if (shard == null) {
                ahead.remove();
            }
            if (!replaying) {
                passOver.broken("the rest of " + (shard == null ? file : shard), e);
            }
            close();
            return Optional.empty();
        }
    }

    private Example decoded(RawExample raw) throws IOException {
        if (!raw.problem().isEmpty()) {
            throw new IOException(raw.problem());
        }
        CaptionFields fields = CaptionFields.NONE;
        byte[] picture = null;
        for (Map.Entry<String, byte[]> member : raw.members().entrySet()) {
            if (ShardReader.PICTURES.contains(member.getKey())) {
                picture = picture == null ? member.getValue() : picture;
            } else if (member.getKey().equals("json")) {
                fields = CaptionFields.ofJson(member.getValue()).or(fields);
            } else {
                fields = fields.or(CaptionFields.ofText(member.getValue()));
            }
        }
        if (picture == null) {
            throw new IOException("it has no picture");
        }
        return new Example(raw.key(), decoder.decode(picture), fields.captions(), fields.attributes());
    }

    @Override
    public long position() {
        return pass << PASS_SHIFT | drawn;
    }

    @Override
    public long skipped() {
        return passOver.count();
    }

    @Override
    public void close() throws IOException {
        ShardReader open = shard;
        shard = null;
        if (open != null) {
            open.close();
        }
    }
}
