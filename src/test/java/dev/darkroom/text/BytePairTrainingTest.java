package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTrainingTest {

    @TempDir
    private Path folder;

    @Test
    void everyWordItHasReadIsOneToken() throws IOException {
        BytePairTraining training = new BytePairTraining();
        training.read("A happy yellow smiley, on blue");
        training.read("a small happy cat in the snow");

        int entries = training.write(folder, 2000, 16);
        ClipTokenizer tokenizer = ClipTokenizer.read(folder);

        assertThat(tokenizer.ids("a happy smiley , in snow")).hasSize(6).doesNotHaveDuplicates();
        assertThat(tokenizer.ids("Yellow  CAT")).hasSize(2);
        assertThat(tokenizer.maxLength()).isEqualTo(16);
        assertThat(tokenizer.tokenize("blue").ids()[0]).isEqualTo(entries - 2);
        assertThat(tokenizer.tokenize("blue").ids()[15]).isEqualTo(entries - 1);
    }

    @Test
    void unknownTextIsSpelled() throws IOException {
        BytePairTraining training = new BytePairTraining();
        training.read("cat");
        training.write(folder, 2000, 16);

        assertThat(ClipTokenizer.read(folder).ids("zebra é")).hasSizeGreaterThan(5);
    }

    @Test
    void theMostFrequentPairComesFirst() throws IOException {
        BytePairTraining training = new BytePairTraining();
        training.read("ab ab ab cd");

        assertThat(training.write(folder, 515, 16)).isEqualTo(515);
        assertThat(folder.resolve("merges.txt")).content().isEqualTo("#version: 0.2\na b</w>\n");
    }
}
