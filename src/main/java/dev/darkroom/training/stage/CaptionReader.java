package dev.darkroom.training.stage;

import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.world.DrawnWorld;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;

/** Reads captions without end; of the drawn world without drawing. For one thread. */
interface CaptionReader extends Closeable {

    Caption next() throws IOException;

    /** Where a reader that is opened later goes on. */
    long position();

    static CaptionReader open(ExampleSource source, long position) throws IOException {
        return source instanceof DrawnWorld world ? new OfWorld(world, position) : new OfSource(source.open(position));
    }

    /** Captions of scenes. */
    final class OfWorld implements CaptionReader {

        private final DrawnWorld world;
        private long next;

        OfWorld(DrawnWorld world, long position) {
            this.world = world;
            this.next = position;
        }

        @Override
        public Caption next() {
            long index = next++;
            return new Caption(
                    String.format(Locale.ROOT, "%06d", index),
                    world.captions(index),
                    world.scene(index).attributes());
        }

        @Override
        public long position() {
            return next;
        }

        @Override
        public void close() {}
    }

    /** Captions of pictures that are read with them. */
    record OfSource(ExampleReader reader) implements CaptionReader {

        @Override
        public Caption next() throws IOException {
            return Caption.of(reader.next());
        }

        @Override
        public long position() {
            return reader.position();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
