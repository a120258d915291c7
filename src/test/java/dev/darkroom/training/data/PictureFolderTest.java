package dev.darkroom.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {

    @TempDir
    private Path folder;

    @Test
    void captionsStandBesideThePictures() throws IOException {
        picture("text.png");
        write("text.txt", "a cat\n\n a kitten \n");
        picture("described.jpg");
        write("described.json", "{\"caption\": \"a dog\", \"attributes\": {\"object\": \"dog\"}}");
        picture("sub/listed.png");
        write("metadata.jsonl", "{\"file_name\": \"sub/listed.png\", \"text\": \"a house\"}\n\n");
        picture("bare.png");

        Map<String, Example> examples = pass(PictureFolder.open(folder, 1));

        assertThat(examples).containsOnlyKeys("text", "described", "sub/listed", "bare");
        assertThat(examples.get("text").captions()).containsExactly("a cat", "a kitten");
        assertThat(examples.get("described").captions()).containsExactly("a dog");
        assertThat(examples.get("described").attributes()).containsEntry("object", "dog");
        assertThat(examples.get("sub/listed").captions()).containsExactly("a house");
        assertThat(examples.get("bare").captions()).isEmpty();
    }

    @Test
    void metadataOfASubFolderIsRelativeToIt() throws IOException {
        picture("train/one.png");
        write("train/metadata.jsonl", "{\"file_name\": \"one.png\", \"prompt\": \"a star\"}");

        assertThat(pass(PictureFolder.open(folder, 1)).get("train/one").captions())
                .containsExactly("a star");
    }

    @Test
    void brokenMetadataNamesTheLine() throws IOException {
        picture("one.png");
        write("metadata.jsonl", "{\"file_name\": \"one.png\"}\n{oops\n");

        assertThatThrownBy(() -> PictureFolder.open(folder, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2 of metadata.jsonl");
    }

    @Test
    void everyPassHoldsEveryPictureOnceInItsOwnOrder() throws IOException {
        for (int i = 0; i < 12; i++) {
            picture(i + ".png");
        }
        var source = PictureFolder.open(folder, 3);
        try (ExampleReader reader = source.open(0)) {
            List<String> first = keys(reader, 12);
            List<String> second = keys(reader, 12);
            assertThat(first).doesNotHaveDuplicates().isNotEqualTo(second);
            assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        }
        try (ExampleReader resumed = source.open(5);
                ExampleReader reader = source.open(0)) {
            keys(reader, 5);
            assertThat(keys(resumed, 20)).isEqualTo(keys(reader, 20));
        }
    }

    @Test
    void brokenPicturesArePassedOverAndCounted() throws IOException {
        picture("good.png");
        write("bad.png", "no picture");

        try (ExampleReader reader = PictureFolder.open(folder, 3).open(0)) {
            assertThat(keys(reader, 4)).containsOnly("good");
            assertThat(reader.skipped()).isBetween(3L, 4L);
        }
    }

    @Test
    void folderOfBrokenPicturesIsAnErrorAndNoEndlessLoop() throws IOException {
        write("bad.png", "no picture");
        write("worse.png", "");

        try (ExampleReader reader = PictureFolder.open(folder, 3).open(0)) {
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("nothing in");
        }
    }

    @Test
    void folderWithoutPicturesIsAnError() {
        assertThatThrownBy(() -> PictureFolder.open(folder, 3)).hasMessageContaining("holds no picture");
    }

    private static List<String> keys(ExampleReader reader, int number) throws IOException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            keys.add(reader.next().key());
        }
        return keys;
    }

    private static Map<String, Example> pass(PictureFolder source) throws IOException {
        Map<String, Example> examples = new HashMap<>();
        try (ExampleReader reader = source.open(0)) {
            for (long i = 0; i < source.size().orElseThrow(); i++) {
                Example example = reader.next();
                examples.put(example.key(), example);
            }
        }
        return examples;
    }

    private void picture(String name) throws IOException {
        byte[] samples = new byte[8 * 6 * 3];
        java.util.Arrays.fill(samples, (byte) name.hashCode());
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFormat format = name.endsWith("jpg") ? ImageFormat.JPEG : ImageFormat.PNG;
        Files.write(file, new PictureEncoder().encode(Picture.rgb(new Size(8, 6), samples), format, 90, Map.of()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
