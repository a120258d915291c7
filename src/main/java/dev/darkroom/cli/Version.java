package dev.darkroom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

    private static final String BUILD_INFO = "/META-INF/build-info.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"darkroom " + number()};
    }

    static String number() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(BUILD_INFO)) {
            if (in == null) {
                return "(not packaged)";
            }
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("build.version", "(unknown)");
        }
    }
}
