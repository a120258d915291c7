package dev.darkroom.training.data;

import java.util.Map;

/**
 * The members of one example as an archive has them.
 *
 * @param key path of the members up to the first dot of the file's name
 * @param members by what follows that dot, lower case
 * @param problem why it cannot be used; empty if nothing is known against it
 */
record RawExample(String key, Map<String, byte[]> members, String problem) {

    long bytes() {
        return members.values().stream().mapToLong(member -> member.length).sum();
    }
}
