package dev.darkroom.training.data;

import dev.darkroom.image.UnreadablePictureException;
import java.io.IOException;
import tools.jackson.core.JacksonException;

/** Goes through a folder, pass after pass. Its position is the number of pictures looked at. */
final class FolderReader implements ExampleReader {

    private final PictureFolder folder;
    private final int size;
    private final ExampleDecoder decoder = new ExampleDecoder();
    private final PassOver passOver;
    private long position;
    private long pass = -1;
    private int[] order = {};

    FolderReader(PictureFolder folder, long position) {
        this.folder = folder;
        this.size = (int) folder.size().orElseThrow();
        this.position = position;
        this.passOver = new PassOver(folder.description());
    }

    @Override
    public Example next() throws IOException {
        while (true) {
            if (pass != position / size) {
                pass = position / size;
                order = folder.order(pass);
            }
            int index = order[(int) (position % size)];
            position++;
            try {
                CaptionFields fields = folder.captions(index);
                var picture = decoder.decode(SmallFile.read(folder.picture(index)));
                passOver.good();
                return new Example(folder.key(index), picture, fields.captions(), fields.attributes());
            } catch (UnreadablePictureException | JacksonException | IOException e) {
                folder.requireExistence();
                passOver.broken(folder.key(index), e);
                passOver.refuseUselessPass(size);
            }
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long skipped() {
        return passOver.count();
    }

    @Override
    public void close() {
        // each file is closed once it is read
    }
}
