package dev.darkroom.image;

import dev.darkroom.generation.Size;
import dev.darkroom.image.UnreadablePictureException.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Decodes untrusted PNG, JPEG, WebP, GIF (first frame) and BMP files. Bytes and pixels are bounded before anything is
 * decoded, the Exif orientation is applied, colour profiles are not (as in the reference pipelines). Thread-safe; keeps
 * nothing on disk.
 */
@Component
public final class PictureDecoder {

    private final ImageLimits limits;

    public PictureDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Decodes a file to an upright 8-bit picture; it has alpha where the file has.
     *
     * @throws UnreadablePictureException when it is too large, damaged or no picture at all
     */
    public Picture decode(byte[] file) {
        if (file.length > limits.maxImageBytes().toBytes()) {
            throw new UnreadablePictureException(
                    Reason.TOO_MANY_BYTES,
                    "the file has " + file.length + " bytes; the limit is "
                            + limits.maxImageBytes().toBytes());
        }
        PictureFile opened = PictureFile.open(file);
        return opened.orientation().apply(stored(opened));
    }

    /**
     * What a user should know of how a file is read, as ends of sentences: more bits than are used, inks, animations,
     * a camera that was held askew.
     *
     * @throws UnreadablePictureException when its structure is damaged or it is no picture at all
     */
    public List<String> remarks(byte[] file) {
        PictureFile opened = PictureFile.open(file);
        Stream<String> turned = opened.orientation() == ExifOrientation.UPRIGHT
                ? Stream.empty()
                : Stream.of("is turned upright, as its Exif data say");
        return Stream.concat(opened.remarks().stream(), turned).toList();
    }

    private Picture stored(PictureFile file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(file.format()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.essentials()))) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> refuseTruncated(warning));
            bound(reader.getWidth(0), reader.getHeight(0));
            if (file instanceof JpegFile jpeg && jpeg.components() == CmykSamples.COMPONENTS) {
                Raster raster = reader.readRaster(0, null);
                return CmykSamples.picture(raster, jpeg.adobeTransform());
            }
            return ImageSamples.picture(read(reader, file));
        } catch (UnreadablePictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the readers of the JDK answer damaged files with almost any runtime exception
            throw new UnreadablePictureException(
                    Reason.DAMAGED,
                    "the " + file.format().toUpperCase(Locale.ROOT) + " picture is damaged or of a kind that cannot be "
                            + "read; save it again, best as PNG",
                    e);
        } finally {
            reader.dispose();
        }
    }

    /** libwebp calls it a lack of memory, too, when a stream makes no sense; pixels were bounded before. */
    private static BufferedImage read(ImageReader reader, PictureFile file) throws IOException {
        try {
            return reader.read(0);
        } catch (OutOfMemoryError e) {
            if (file instanceof WebpFile) {
                throw UnreadablePictureException.damaged("its data make no sense");
            }
            throw e;
        }
    }

    private void bound(int width, int height) {
        if (width < 1 || height < 1) {
            throw UnreadablePictureException.damaged("it says it has " + width + "x" + height + " pixels");
        }
        long pixels = new Size(width, height).pixels();
        if (pixels > limits.maxImagePixels()) {
            throw new UnreadablePictureException(
                    Reason.TOO_MANY_PIXELS,
                    "the picture has " + width + "x" + height + " pixels; the limit is " + limits.maxImagePixels()
                            + " in all: make it smaller");
        }
    }

    private static void refuseTruncated(String warning) {
        if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
            throw UnreadablePictureException.damaged("its data end too early");
        }
    }
}
