package dev.darkroom.training.data;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what is passed over, and says so in the log without flooding it. Not thread-safe. */
final class PassOver {

    private static final Logger log = LoggerFactory.getLogger(PassOver.class);
    private static final int SAID_EACH = 5;

    private final String source;
    private long count;
    private long sinceLastGood;

    PassOver(String source) {
        this.source = source;
    }

    void broken(String what, Exception why) {
        count++;
        sinceLastGood++;
        if (count <= SAID_EACH) {
            log.warn("{} of {} is passed over, because {}", what, source, message(why));
        } else if (Long.bitCount(count) == 1) {
            log.warn(
                    "{} examples of {} were passed over so far; the last was {}, because {}",
                    count,
                    source,
                    what,
                    message(why));
        } else {
            log.debug("{} of {} is passed over", what, source, why);
        }
    }

    void good() {
        sinceLastGood = 0;
    }

    long count() {
        return count;
    }

    /**
     * Ends the search for something usable. The one good example of a pass may come first, and in the next pass last.
     *
     * @throws IOException if so many were broken in a row that no example of a pass can be good
     */
    void refuseUselessPass(long examples) throws IOException {
        if (sinceLastGood >= 2 * examples - 1) {
            throw new IOException("nothing in " + source + " can be used: " + sinceLastGood
                    + " pictures in a row are broken; the log says why");
        }
    }

    private static String message(Exception why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
}
