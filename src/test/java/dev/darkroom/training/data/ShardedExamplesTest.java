package dev.darkroom.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Size;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardedExamplesTest {

    private static final DrawnWorld WORLD = new DrawnWorld(Curriculum.FULL, 4, new Size(32, 32));

    @TempDir
    private Path folder;

    @Test
    void whatIsExportedIsReadBackTheSame() throws IOException {
        List<Example> written = export(3, 4);

        assertThat(read(ShardedExamples.open(List.of(folder + "/{000000..000002}.tar"), 1, 1), 12))
                .isEqualTo(written);
    }

    @Test
    void sameExamplesGiveTheSameBytes() throws IOException {
        export(1, 4);
        byte[] once = Files.readAllBytes(folder.resolve("000000.tar"));
        export(1, 4);

        assertThat(Files.readAllBytes(folder.resolve("000000.tar"))).isEqualTo(once);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".partial"));
    }

    @Test
    void passesAreShuffledDifferentlyAndHoldEverythingOnce() throws IOException {
        List<Example> written = export(4, 5);
        List<Example> read = read(ShardedExamples.open(List.of(folder + "/*.tar"), 1, 8), 40);

        List<Example> first = read.subList(0, 20);
        List<Example> second = read.subList(20, 40);
        assertThat(first).containsExactlyInAnyOrderElementsOf(written).isNotEqualTo(written);
        assertThat(second).containsExactlyInAnyOrderElementsOf(written).isNotEqualTo(first);
    }

    @Test
    void readerGoesOnWhereAnotherStood() throws IOException {
        export(3, 4);
        var source = ShardedExamples.open(List.of(folder + "/*.tar"), 9, 5);
        for (int before : new int[] {0, 3, 11, 12, 13, 30}) {
            try (ExampleReader reader = source.open(0)) {
                for (int i = 0; i < before; i++) {
                    reader.next();
                }
                try (ExampleReader resumed = source.open(reader.position())) {
                    for (int i = 0; i < 15; i++) {
                        assertThat(resumed.next().key()).isEqualTo(reader.next().key());
                    }
                    assertThat(resumed.position()).isEqualTo(reader.position());
                }
            }
        }
    }

    @Test
    void brokenMembersArePassedOverAndCounted() throws IOException {
        byte[] png = tarMember("000000.png");
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.png", png);
        members.put("a.txt", "good".getBytes(StandardCharsets.UTF_8));
        members.put("b.png", Arrays.copyOf(png, png.length / 2));
        members.put("b.txt", "half a picture".getBytes(StandardCharsets.UTF_8));
        members.put("c.txt", "no picture".getBytes(StandardCharsets.UTF_8));
        members.put("d.png", png);
        members.put("d.json", "{broken".getBytes(StandardCharsets.UTF_8));
        members.put("dir/e.png", png);
        members.put("dir/e.cls", "7".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("x.tar"), tar(members));

        try (ExampleReader reader =
                ShardedExamples.open(List.of(folder + "/x.tar"), 1, 1).open(0)) {
            assertThat(reader.next().captions()).containsExactly("good");
            assertThat(reader.next().key()).isEqualTo("dir/e");
            assertThat(reader.skipped()).isEqualTo(3);
        }
    }

    @Test
    void truncatedShardGivesWhatIsWholeAndTheNextShardFollows() throws IOException {
        List<Example> written = export(2, 4);
        Path first = folder.resolve("000000.tar");
        byte[] bytes = Files.readAllBytes(first);
        Files.write(first, Arrays.copyOf(bytes, bytes.length / 2));

        List<Example> read = new ArrayList<>();
        try (ExampleReader reader =
                ShardedExamples.open(List.of(folder + "/*.tar"), 1, 1).open(0)) {
            for (int i = 0; i < 5; i++) {
                read.add(reader.next());
            }
            assertThat(reader.skipped()).isPositive();
        }
        assertThat(written).containsAll(read);
    }

    @Test
    void shardsOfRubbishAreAnErrorAndNoEndlessLoop() throws IOException {
        byte[] rubbish = new byte[20_000];
        new java.util.Random(3).nextBytes(rubbish);
        Files.write(folder.resolve("x.tar"), rubbish);
        Files.write(folder.resolve("y.tar"), new byte[0]);

        try (ExampleReader reader =
                ShardedExamples.open(List.of(folder + "/*.tar"), 1, 10).open(0)) {
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("can be used");
        }
    }

    @Test
    void anyFlippedByteOfAShardIsNoCrash() throws IOException {
        export(1, 3);
        byte[] whole = Files.readAllBytes(folder.resolve("000000.tar"));
        Path damaged = folder.resolve("damaged.tar");
        var dice = new Dice(5);
        for (int round = 0; round < 150; round++) {
            byte[] bytes = whole.clone();
            // half of the damage hits headers
            int at = round % 2 == 0 ? dice.below(bytes.length) : dice.below(bytes.length / 512) * 512 + dice.below(300);
            bytes[at] ^= (byte) (1 + dice.below(255));
            Files.write(damaged, bytes);
            try (ExampleReader reader =
                    ShardedExamples.open(List.of(damaged.toString()), 1, 1).open(0)) {
                Example example = reader.next();
                assertThat(example.picture().size().pixels()).isPositive();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("can be used");
            }
        }
    }

    @Test
    void gzippedShardsAreRead() throws IOException {
        List<Example> written = export(1, 2);
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(folder.resolve("000000.tar")));
        }
        Files.write(folder.resolve("z.tar.gz"), bytes.toByteArray());

        assertThat(read(ShardedExamples.open(List.of(folder + "/z.tar.gz"), 1, 1), 2))
                .isEqualTo(written);
    }

    @Test
    void missingShardsAreNamed() {
        assertThatThrownBy(() -> ShardedExamples.open(List.of(folder + "/{00..02}.tar"), 1, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("00.tar");
        assertThatThrownBy(() -> ShardedExamples.open(List.of(folder + "/*.tar"), 1, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("*.tar");
    }

    @Test
    void bracesNameRangesAndLists() {
        assertThat(ShardPattern.expanded("a/{008..011}-{x,y}.tar"))
                .containsExactly(
                        "a/008-x.tar",
                        "a/008-y.tar",
                        "a/009-x.tar",
                        "a/009-y.tar",
                        "a/010-x.tar",
                        "a/010-y.tar",
                        "a/011-x.tar",
                        "a/011-y.tar");
        assertThat(ShardPattern.expanded("plain.tar")).containsExactly("plain.tar");
        assertThatThrownBy(() -> ShardPattern.expanded("{9..1}.tar")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Example> export(int shards, int each) throws IOException {
        var writer = new ShardWriter(folder);
        List<Example> written = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            List<Example> examples = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                examples.add(WORLD.example((long) shard * each + i));
            }
            writer.write(shard, examples);
            written.addAll(examples);
        }
        return written;
    }

    private byte[] tarMember(String name) throws IOException {
        export(1, 1);
        try (var reader = new ShardReader(folder.resolve("000000.tar"))) {
            return reader.next().orElseThrow().members().get("png");
        }
    }

    private static byte[] tar(Map<String, byte[]> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                var entry = new TarArchiveEntry(member.getKey());
                entry.setSize(member.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(member.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<Example> read(ExampleSource source, int examples) throws IOException {
        List<Example> read = new ArrayList<>();
        try (ExampleReader reader = source.open(0)) {
            for (int i = 0; i < examples; i++) {
                read.add(reader.next());
            }
            assertThat(reader.skipped()).isZero();
        }
        return read;
    }
}
