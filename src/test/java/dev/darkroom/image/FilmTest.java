package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

class FilmTest {

    private static final Size SIZE = new Size(30, 20);
    private static final Film FILM =
            new Film(IntStream.range(0, 5).mapToObj(i -> plain(50 * i)).toList(), 100, 1500);

    /** Every frame of an animated PNG, taken out as a PNG of its own, is the picture that went in. */
    @Test
    void pngHoldsEveryFrameWithoutLoss() throws IOException {
        byte[] file = FILM.encode(Film.Format.PNG);
        PngFile png = PngFile.open(file);
        assertThat(png.chunks().stream().map(PngFile.Chunk::type))
                .startsWith("IHDR", "acTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT")
                .endsWith("IEND");
        PngFile.Chunk count = png.chunks().get(1);
        assertThat(ByteBuffer.wrap(file).getInt(count.offset())).isEqualTo(5);
        int sequence = 0;
        int frame = 0;
        for (PngFile.Chunk chunk : png.chunks()) {
            ByteBuffer data = ByteBuffer.wrap(file, chunk.offset(), chunk.length());
            if (chunk.type().equals("fcTL")) {
                assertThat(data.getInt()).isEqualTo(sequence++);
                assertThat(data.getInt()).isEqualTo(30);
                assertThat(data.getInt()).isEqualTo(20);
                assertThat(data.getLong()).isZero();
                assertThat(data.getShort() & 0xFFFF).isEqualTo(frame == 4 ? 1500 : 100);
                assertThat(data.getShort()).isEqualTo((short) 1000);
            } else if (chunk.type().equals("fdAT")) {
                assertThat(data.getInt()).isEqualTo(sequence++);
                assertThat(alone(file, chunk)).isEqualTo(FILM.frames().get(frame++));
            }
        }
        assertThat(frame).isEqualTo(5);
    }

    @Test
    void aProgramWithoutAnimationShowsTheLastFrame() {
        assertThat(new PictureDecoder(ImageLimits.defaults()).decode(FILM.encode(Film.Format.PNG)))
                .isEqualTo(FILM.frames().get(4));
    }

    @Test
    void gifHoldsEveryFrameForItsTimeAndRepeats() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        byte[] file = FILM.encode(Film.Format.GIF);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input);
            assertThat(reader.getNumImages(true)).isEqualTo(5);
            for (int i = 0; i < 5; i++) {
                BufferedImage image = reader.read(i);
                assertThat(image.getRGB(3, 3) & 0xFF).isBetween(50 * i - 2, 50 * i + 2);
                assertThat(delay(reader, i)).isEqualTo(i == 4 ? "150" : "10");
            }
        } finally {
            reader.dispose();
        }
    }

    @Test
    void webpIsAContainerOfWholeFrames() {
        byte[] file = FILM.encode(Film.Format.WEBP);
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getInt(4)).isEqualTo(file.length - 8);
        int frames = 0;
        int position = 12;
        while (position < file.length) {
            String type = new String(file, position, 4, StandardCharsets.US_ASCII);
            int length = buffer.getInt(position + 4);
            if (type.equals("ANMF")) {
                int millis = buffer.getInt(position + 8 + 12) & 0xFFFFFF;
                assertThat(millis).isEqualTo(frames == 4 ? 1500 : 100);
                assertThat(still(file, position + 8 + 16, length - 16).sample(3, 3, 1))
                        .isBetween(50 * frames - 3, 50 * frames + 3);
                frames++;
            }
            position += 8 + length + (length & 1);
        }
        assertThat(position).isEqualTo(file.length);
        assertThat(frames).isEqualTo(5);
    }

    @Test
    void equalFilmsGiveEqualBytes() {
        for (Film.Format format : Film.Format.values()) {
            assertThat(FILM.encode(format)).isEqualTo(FILM.encode(format));
        }
    }

    @Test
    void framesHaveOneSize() {
        Picture other = Picture.rgb(new Size(1, 1), new byte[3]);
        assertThatThrownBy(() -> new Film(List.of(plain(1), other), 100, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Film(List.of(), 100, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Film(List.of(plain(1)), 5, 100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tilesAreCutAsTheyWereJoined() {
        List<Picture> pictures = IntStream.range(0, 6).mapToObj(FilmTest::plain).toList();
        Picture joined = Tiles.joined(pictures, 2);
        assertThat(joined.size()).isEqualTo(new Size(60, 60));
        assertThat(Tiles.cut(joined, SIZE)).isEqualTo(pictures);
    }

    private static Picture alone(byte[] file, PngFile.Chunk chunk) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var png = new DataOutputStream(bytes)) {
            png.writeLong(PngEncoder.SIGNATURE);
            PngEncoder.chunk(png, "IHDR", PngEncoder.header(FILM.frames().get(0)));
            byte[] data = new byte[chunk.length() - 4];
            System.arraycopy(file, chunk.offset() + 4, data, 0, data.length);
            PngEncoder.chunk(png, "IDAT", data);
            PngEncoder.chunk(png, "IEND", new byte[0]);
        }
        return new PictureDecoder(ImageLimits.defaults()).decode(bytes.toByteArray());
    }

    private static Picture still(byte[] file, int offset, int length) {
        byte[] still = ByteBuffer.allocate(12 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(file, offset, length)
                .array();
        return new PictureDecoder(ImageLimits.defaults()).decode(still);
    }

    private static String delay(ImageReader reader, int frame) throws IOException {
        var metadata = reader.getImageMetadata(frame);
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        return ((IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0))
                .getAttribute("delayTime");
    }

    private static Picture plain(int grey) {
        byte[] samples = new byte[3 * 30 * 20];
        Arrays.fill(samples, (byte) grey);
        return Picture.rgb(SIZE, samples);
    }
}
