package dev.darkroom.image;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encodes pictures to files in memory. The same picture gives the same bytes. Thread-safe. */
@Component
public final class PictureEncoder {

    private static final int LOSSLESS = 100;
    private static final int PREVIEW_QUALITY = 75;

    /**
     * Encodes a picture.
     *
     * @param quality 1 to 100; PNG ignores it, WebP is lossless at 100
     * @param texts keyword to text, for PNG alone ({@link PngText}); may be empty
     */
    public byte[] encode(Picture picture, ImageFormat format, int quality, Map<String, String> texts) {
        if (quality < 1 || quality > LOSSLESS) {
            throw new IllegalArgumentException("quality is 1 to 100, not " + quality);
        }
        return switch (format) {
            case PNG -> PngEncoder.encode(picture, texts);
            case JPEG -> written(AwtPictures.image(picture.overWhite()), "jpeg", null, quality);
            case WEBP ->
                written(AwtPictures.image(picture), "webp", quality == LOSSLESS ? "Lossless" : "Lossy", quality);
        };
    }

    /**
     * A small JPEG to show how far a picture is.
     *
     * @param largestSide a larger picture is made smaller so that neither side exceeds it
     */
    public byte[] preview(Picture picture, int largestSide) {
        Size size = picture.size();
        int side = Math.max(size.width(), size.height());
        Picture small = picture.overWhite();
        if (side > largestSide) {
            double scale = (double) largestSide / side;
            Size smaller = new Size(Math.max(1, (int) Math.round(size.width() * scale)), Math.max(1, (int)
                    Math.round(size.height() * scale)));
            small = PictureResizer.resize(small, smaller, ResampleFilter.BILINEAR);
        }
        return written(AwtPictures.image(small), "jpeg", null, PREVIEW_QUALITY);
    }

    private static byte[] written(BufferedImage image, String format, @Nullable String compression, int quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (compression != null) {
                parameters.setCompressionType(compression);
            }
            parameters.setCompressionQuality(quality / 100f);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
