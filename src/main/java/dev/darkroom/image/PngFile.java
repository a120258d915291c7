package dev.darkroom.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file (PNG specification, third edition, section 5, https://www.w3.org/TR/png-3/).
 *
 * @param bytes the whole file
 * @param chunks in the order of the file, up to and with IEND
 */
@SuppressWarnings("ArrayRecordComponent")
record PngFile(byte[] bytes, List<Chunk> chunks) implements PictureFile {

    static final int SIGNATURE_LENGTH = 8;

    /** Place of the bit depth in the header. */
    private static final int BIT_DEPTH = 8;

    /** Length, type and checksum around a chunk's data. */
    private static final int FRAME = 12;

    private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** One chunk: its type and where its data lies in the file. */
    record Chunk(String type, int offset, int length) {}

    static PngFile open(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        List<Chunk> chunks = new ArrayList<>();
        int position = SIGNATURE_LENGTH;
        while (chunks.isEmpty() || !chunks.get(chunks.size() - 1).type().equals("IEND")) {
            int length = file.length - position < FRAME ? -1 : buffer.getInt(position);
            if (length < 0 || length > file.length - position - FRAME) {
                throw UnreadablePictureException.damaged("the PNG file ends in the middle of a chunk");
            }
            String type = new String(file, position + 4, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, position + 8, length));
            if (ESSENTIAL.contains(type)) {
                verifyChecksum(file, position, length, type);
            }
            position += FRAME + length;
        }
        if (!chunks.get(0).type().equals("IHDR")) {
            throw UnreadablePictureException.damaged("the PNG file does not begin with a header");
        }
        return new PngFile(file, List.copyOf(chunks));
    }

    private static void verifyChecksum(byte[] file, int position, int length, String type) {
        var checksum = new CRC32();
        checksum.update(file, position + 4, length + 4);
        if ((int) checksum.getValue() != ByteBuffer.wrap(file).getInt(position + 8 + length)) {
            throw UnreadablePictureException.damaged("the checksum of the PNG chunk " + type + " is wrong");
        }
    }

    @Override
    public String format() {
        return "png";
    }

    @Override
    public byte[] essentials() {
        ByteBuffer essentials = ByteBuffer.allocate(bytes.length);
        essentials.put(bytes, 0, SIGNATURE_LENGTH);
        for (Chunk chunk : chunks) {
            if (ESSENTIAL.contains(chunk.type())) {
                essentials.put(bytes, chunk.offset() - 8, chunk.length() + FRAME);
            }
        }
        byte[] file = new byte[essentials.position()];
        essentials.flip().get(file);
        return file;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        Chunk header = chunks.get(0);
        if (header.length() > BIT_DEPTH && bytes[header.offset() + BIT_DEPTH] == 16) {
            remarks.add("has 16 bits a channel, of which the upper 8 are used");
        }
        if (chunks.stream().anyMatch(chunk -> chunk.type().equals("acTL"))) {
            remarks.add("is an animation, of which the first frame is used");
        }
        return remarks;
    }

    @Override
    public ExifOrientation orientation() {
        return chunks.stream()
                .filter(chunk -> chunk.type().equals("eXIf"))
                .findFirst()
                .map(chunk -> ExifOrientation.of(ByteBuffer.wrap(bytes, chunk.offset(), chunk.length())))
                .orElse(ExifOrientation.UPRIGHT);
    }
}
