package dev.darkroom.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of pictures and its sub-folders, with captions beside them: {@code metadata.jsonl} in the picture's folder or
 * above (as {@code datasets} and the training scripts of diffusers read it: {@code file_name} and {@code text}), or
 * {@code NAME.txt} / {@code NAME.caption}, or {@code NAME.json}. Each pass goes through all pictures in an order of its
 * own, which follows from the seed. The list of pictures is read once, the pictures when they are wanted. Thread-safe.
 */
public final class PictureFolder implements ExampleSource {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "webp", "gif", "bmp");

    private final Path folder;
    private final long seed;
    private final List<Path> pictures;
    private final Map<Path, CaptionFields> metadata;

    private PictureFolder(Path folder, long seed, List<Path> pictures, Map<Path, CaptionFields> metadata) {
        this.folder = folder;
        this.seed = seed;
        this.pictures = pictures;
        this.metadata = metadata;
    }

    /** @throws IOException if the folder cannot be read, holds no picture, or its metadata are broken */
    public static PictureFolder open(Path folder, long seed) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        List<Path> pictures =
                files.stream().filter(file -> ENDINGS.contains(ending(file))).toList();
        if (pictures.isEmpty()) {
            throw new IOException(folder + " holds no picture (" + String.join(", ", ENDINGS) + ")");
        }
        return new PictureFolder(root, seed, pictures, new MetadataFile(root).read(files));
    }

    @Override
    public String description() {
        return String.format(Locale.ROOT, "%,d pictures of folder %s", pictures.size(), folder.getFileName());
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(pictures.size());
    }

    @Override
    public ExampleReader open(long position) {
        return new FolderReader(this, position);
    }

    /** The pictures of one pass, in its order, as indices. */
    int[] order(long pass) {
        int[] order = new int[pictures.size()];
        Arrays.setAll(order, i -> i);
        Dice.of(seed, pass).shuffle(order);
        return order;
    }

    /** @throws IOException if the folder itself is gone, so that its pictures are not called broken */
    void requireExistence() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("folder " + folder + " is gone");
        }
    }

    String key(int index) {
        String path = folder.relativize(pictures.get(index)).toString().replace('\\', '/');
        return path.substring(0, path.lastIndexOf('.'));
    }

    Path picture(int index) {
        return pictures.get(index);
    }

    /** @throws IOException if a file beside the picture cannot be read */
    CaptionFields captions(int index) throws IOException {
        Path picture = pictures.get(index);
        CaptionFields fields = metadata.getOrDefault(picture, CaptionFields.NONE);
        for (String ending : List.of("txt", "caption")) {
            Path text = beside(picture, ending);
            if (Files.isRegularFile(text)) {
                fields = fields.or(CaptionFields.ofText(SmallFile.read(text)));
            }
        }
        Path json = beside(picture, "json");
        if (Files.isRegularFile(json)) {
            CaptionFields described = CaptionFields.ofJson(SmallFile.read(json));
            // a list of captions in the JSON file says more than one text beside it
            fields = described.captions().containsAll(fields.captions()) ? described.or(fields) : fields.or(described);
        }
        return fields;
    }

    private static Path beside(Path picture, String ending) {
        String name = picture.getFileName().toString();
        return picture.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + ending);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
