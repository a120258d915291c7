package dev.darkroom.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Intel's AMX: a processor that has it multiplies small blocks of bfloat16 as fast as large ones. */
final class MatrixTiles {

    private static final Logger log = LoggerFactory.getLogger(MatrixTiles.class);
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    private static final String FLAG = "amx_bf16";

    private MatrixTiles() {}

    /** Whether this processor has them, as Linux describes it; elsewhere it is taken to have none. */
    static boolean present() {
        if (!Files.isReadable(DESCRIPTION)) {
            return false;
        }
        try {
            return listedIn(Files.readAllLines(DESCRIPTION));
        } catch (IOException e) {
            log.info("{} cannot be read, so AMX is taken to be absent: {}", DESCRIPTION, e.toString());
            return false;
        }
    }

    static boolean listedIn(List<String> description) {
        return description.stream()
                .filter(line -> line.startsWith("flags"))
                .anyMatch(line -> List.of(line.split("\\s+")).contains(FLAG));
    }
}
