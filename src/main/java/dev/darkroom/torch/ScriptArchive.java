package dev.darkroom.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs TorchScript source and configuration values into the archive that libtorch loads: a zip of stored entries with
 * the source as text and the root object, class {@code Net} of that source, as a pickle. It carries no weights.
 */
final class ScriptArchive {

    private static final String SOURCES = "/torchscript/";

    private ScriptArchive() {}

    /**
     * The archive's bytes, a few kilobytes.
     *
     * @param sources names of files under {@code torchscript/}, put together in this order
     * @param attributes values of the attributes that the class declares
     */
    static byte[] of(List<String> sources, Map<String, Attribute> attributes) {
        StringBuilder source = new StringBuilder();
        sources.forEach(name -> source.append(read(name)).append('\n'));
        return of(source.toString(), new Attribute.Module("Net", attributes));
    }

    /** The archive of a source text and its root object. */
    static byte[] of(String source, Attribute.Module root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            store(zip, "data.pkl", pickled(root));
            store(zip, "constants.pkl", new PickleWriter().emptyTuple().finish());
            store(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
            store(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] pickled(Attribute.Module root) {
        PickleWriter pickle = new PickleWriter();
        root.write(pickle);
        return pickle.finish();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("m/" + name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** The text of a file under {@code torchscript/}. */
    static String read(String name) {
        try (InputStream in = ScriptArchive.class.getResourceAsStream(SOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException(SOURCES + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
