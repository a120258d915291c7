package dev.darkroom.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A tokenizer folder made for a test: all bytes, a few merges, start and end token; rows of eight ids. */
record TinyTokenizer(Path folder) {

    static final int MAX_LENGTH = 8;
    static final int CAT = 512 + 1;
    static final int DOG = 512 + 3;
    static final int START = 512 + 4;
    static final int END = 512 + 5;
    static final int BANG = 0;
    private static final List<String> MERGES = List.of("a t</w>", "c at</w>", "o g</w>", "d og</w>");
    private static final JsonMapper JSON = new JsonMapper();

    static TinyTokenizer in(Path folder) {
        TinyTokenizer tokenizer = new TinyTokenizer(folder);
        tokenizer.write("vocab.json", JSON.writeValueAsString(vocabulary()));
        tokenizer.write("merges.txt", "#version: 0.2\n" + String.join("\n", MERGES) + "\n");
        return tokenizer.config("{'model_max_length': 8}");
    }

    private static Map<String, Integer> vocabulary() {
        List<String> entries = new ArrayList<>();
        String standIns = String.valueOf(ByteAlphabet.standIns());
        standIns.chars().sorted().forEach(c -> entries.add(Character.toString(c)));
        standIns.chars().sorted().forEach(c -> entries.add(Character.toString(c) + "</w>"));
        MERGES.forEach(merge -> entries.add(merge.replace(" ", "")));
        entries.add("<|startoftext|>");
        entries.add("<|endoftext|>");
        Map<String, Integer> ids = new LinkedHashMap<>();
        entries.forEach(entry -> ids.put(entry, ids.size()));
        return ids;
    }

    /** Writes the configuration; JSON with apostrophes for quotation marks. */
    TinyTokenizer config(String json) {
        return write("tokenizer_config.json", json.replace('\'', '"'));
    }

    /** Writes the map of special tokens; JSON with apostrophes for quotation marks. */
    TinyTokenizer map(String json) {
        return write("special_tokens_map.json", json.replace('\'', '"'));
    }

    TinyTokenizer write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content, StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClipTokenizer read() {
        return ClipTokenizer.read(folder);
    }
}
