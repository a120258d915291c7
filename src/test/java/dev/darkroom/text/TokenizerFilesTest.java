package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFilesTest {

    @TempDir
    private Path folder;

    private TinyTokenizer files;

    @BeforeEach
    void write() {
        files = TinyTokenizer.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vocab.json", "merges.txt", "tokenizer_config.json"})
    void missingFileIsNamed(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertUnusable(file, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vocab.json            | {\"a\":                                  | is not readable JSON",
                "vocab.json            | []                                       | is not a JSON object",
                "vocab.json            | {\"a\": \"b\"}                           | has no number for a",
                "vocab.json            | {\"a\": -1}                              | has no number for a",
                "merges.txt            | a                                        | line 1 is not a pair",
                "merges.txt            | never seen                               | line 1 is not a pair",
                "tokenizer_config.json | nothing                                  | is not readable JSON",
                "tokenizer_config.json | {\"model_max_length\": 2}                | leaves no room",
                "tokenizer_config.json | {\"added_tokens_decoder\": {\"x\": {}}}  | without a number",
                "special_tokens_map.json | 7                                      | is not a JSON object"
            })
    void brokenFileIsNamedWithItsFault(String file, String content, String fault) {
        files.write(file, content);
        assertUnusable(file, fault);
    }

    @Test
    void vocabularyWithoutAByteIsRefused() throws IOException {
        String vocabulary = Files.readString(folder.resolve("vocab.json"));
        files.write("vocab.json", vocabulary.replace("\"q\":", "\"qqq\":"));
        assertUnusable("vocab.json", "lacks the entry q");
    }

    @Test
    void paddingThatTheVocabularyLacksIsRefused() {
        files.config("{'pad_token': '[PAD]'}");
        assertUnusable("vocab.json", "lacks the entry [PAD]");
    }

    @Test
    void lengthThatMeansNoLimitIsThatOfClip() {
        files.config("{'model_max_length': 1000000000000000019884624838656}");
        assertThat(files.read().maxLength()).isEqualTo(77);
        files.config("{}");
        assertThat(files.read().maxLength()).isEqualTo(77);
    }

    @Test
    void onlyTheFirstLineOfTheMergesIsAComment() {
        files.write("vocab.json", vocabularyWith("#!"));
        files.write("merges.txt", "#version: 0.2\n# !\n");
        assertThat(files.read().ids("#!-")).hasSize(2);
    }

    private String vocabularyWith(String entry) {
        try {
            String vocabulary = Files.readString(folder.resolve("vocab.json"));
            return vocabulary.substring(0, vocabulary.length() - 1) + ",\"" + entry + "\":518}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertUnusable(String file, String fault) {
        assertThatExceptionOfType(UnusableTokenizerException.class)
                .isThrownBy(files::read)
                .withMessageContaining(folder.resolve(file).toString())
                .withMessageContaining(fault)
                .withMessageContaining("fetch the model's tokenizer folder again");
    }
}
