package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expectations are what the reference answers for the same configuration. */
class SpecialTokensInPromptsTest {

    private static final int START = TinyTokenizer.START;
    private static final int END = TinyTokenizer.END;
    private static final String OBJECTS = "{'bos_token': {'content': '<|startoftext|>', 'normalized': true},"
            + "'eos_token': {'content': '<|endoftext|>', 'normalized': true},"
            + "'unk_token': {'content': '<|endoftext|>', 'normalized': true}, 'pad_token': %s}";
    private static final String ADDED = "'added_tokens_decoder': {'516': {'content': '<|startoftext|>',"
            + "'normalized': true}, '517': {'content': '<|endoftext|>', 'normalized': true}, '0': {'content': '!',"
            + "'normalized': false}}";

    @TempDir
    private Path folder;

    private TinyTokenizer files;

    @BeforeEach
    void write() {
        files = TinyTokenizer.in(folder);
    }

    @Test
    void plainStringsAreFoundAsWrittenOnly() {
        files.config("{'bos_token': '<|startoftext|>', 'eos_token': '<|endoftext|>', 'pad_token': '<|endoftext|>'}");
        assertFound("<|startoftext|>", START);
        assertFound("<|endoftext|>", END);
        assertNotFound("<|StartOfText|>");
        assertNotFound("<|EndOfText|>");
    }

    @Test
    void tokensThatNoFileNamesAreFoundAsWritten() {
        files.config("{}");
        assertFound("<|startoftext|>", START);
        assertNotFound("<|StartOfText|>");
    }

    @Test
    void normalizedTokensAreFoundInAnyCase() {
        files.config(OBJECTS.formatted("{'content': '<|endoftext|>', 'normalized': true}"));
        assertFound("<|STARTOFTEXT|>", START);
        assertFound("<|EndOfText|>", END);
    }

    @Test
    void paddingGivenAsAStringMakesTheEndTokenFoundAsWritten() {
        files.config(OBJECTS.formatted("'<|endoftext|>'"));
        assertFound("<|endoftext|>", END);
        assertNotFound("<|EndOfText|>");
        assertNotFound("!");
    }

    @Test
    void exclamationMarkAsPaddingIsCutOutOfWords() {
        files.config(OBJECTS.formatted("'!'"));
        assertThat(files.read().ids("cat!!dog"))
                .containsExactly(TinyTokenizer.CAT, TinyTokenizer.BANG, TinyTokenizer.BANG, TinyTokenizer.DOG);
        assertThat(files.read().tokenize("").ids()).startsWith(START, END, TinyTokenizer.BANG);
        assertFound("<|EndOfText|>", END);
    }

    @Test
    void mapOfSpecialTokensGoesBeforeTheConfiguration() {
        files.config(OBJECTS.formatted("'<|endoftext|>'")).map("{'pad_token': '!'}");
        assertFound("!", TinyTokenizer.BANG);
        assertFound("<|EndOfText|>", END);
    }

    @Test
    void addedTokensGoBeforeAllOther() {
        files.config("{'eos_token': '<|endoftext|>', 'pad_token': '<|endoftext|>'," + ADDED + "}")
                .map("{'pad_token': '!'}");
        assertFound("<|EndOfText|>", END);
        assertFound("!", TinyTokenizer.BANG);
        assertThat(files.read().tokenize("").ids()).endsWith(END);
    }

    private void assertFound(String token, int id) {
        assertThat(files.read().ids("cat" + token + "dog")).containsExactly(TinyTokenizer.CAT, id, TinyTokenizer.DOG);
    }

    private void assertNotFound(String token) {
        assertThat(files.read().ids("cat" + token + "dog")).doesNotContain(START, END, TinyTokenizer.BANG);
    }
}
