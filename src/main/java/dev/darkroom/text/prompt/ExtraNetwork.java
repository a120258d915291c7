package dev.darkroom.text.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tag like {@code <lora:name:0.8>}, which asks for a network beside the model.
 *
 * @param type first word of the tag; upper and lower case differ
 * @param arguments what follows, in order
 */
public record ExtraNetwork(String type, List<String> arguments) {

    public ExtraNetwork {
        arguments = List.copyOf(arguments);
    }

    /**
     * A prompt and its tags.
     *
     * @param prompt the text without any tag, of a known type or not
     * @param networks the tags in order
     */
    public record Parsed(String prompt, List<ExtraNetwork> networks) {}

    /** Takes the tags out of a prompt: {@code <}, a word, a colon, anything but {@code >}, {@code >}. */
    public static Parsed parse(String text) {
        StringBuilder prompt = new StringBuilder();
        List<ExtraNetwork> networks = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(from, at + 1))) {
            int colon = wordEnd(text, at + 1);
            int end = text.indexOf('>', colon);
            if (colon > at + 1 && text.startsWith(":", colon) && end > colon + 1) {
                String[] arguments = text.substring(colon + 1, end).split(":", -1);
                networks.add(new ExtraNetwork(text.substring(at + 1, colon), List.of(arguments)));
                prompt.append(text, from, at);
                from = end + 1;
            }
        }
        return new Parsed(prompt.append(text.substring(from)).toString(), networks);
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Characters.word(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** The arguments without a name. */
    public List<String> positional() {
        return arguments.stream().filter(argument -> !named(argument)).toList();
    }

    /** The arguments written {@code name=value}, with exactly one equals sign. */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String argument : arguments) {
            if (named(argument)) {
                int equals = argument.indexOf('=');
                named.put(argument.substring(0, equals), argument.substring(equals + 1));
            }
        }
        return named;
    }

    private static boolean named(String argument) {
        return argument.indexOf('=') >= 0 && argument.indexOf('=') == argument.lastIndexOf('=');
    }
}
