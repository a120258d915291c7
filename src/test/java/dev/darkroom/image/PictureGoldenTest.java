package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the reference pipelines make of pictures on their way in, and of planes on their way out. */
class PictureGoldenTest {

    private static final GoldenFolder FOLDER = GoldenFolder.family("pipelines");
    private final GoldenReport report = new GoldenReport("pipelines/preprocess");

    @Test
    void picturesBecomeTheSameTensorsAsInTheReference() {
        if (report.present(FOLDER, "preprocess.json") && report.present(FOLDER, "preprocess.safetensors")) {
            GoldenTensors tensors = FOLDER.tensors("preprocess.safetensors");
            for (JsonNode golden : FOLDER.cases("preprocess.json")) {
                String id = golden.path("id").asString();
                try {
                    check(id, golden, tensors);
                } catch (RuntimeException e) {
                    report.failed(id, e);
                }
            }
            FOLDER.json("preprocess.json").path("crop_regions").path("cases").forEach(this::checkRegion);
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void check(String id, JsonNode golden, GoldenTensors tensors) {
        String name = id.substring(id.indexOf('/') + 1);
        JsonNode output = golden.path("outputs").path("tensor");
        GoldenTensor expected = tensors.get(output.path("tensor").asString());
        double tolerance = output.path("tolerance_abs").asDouble();
        if (name.startsWith("postprocess")) {
            checkPostprocessed(id, name, expected, tolerance);
        } else if (!report.present(FOLDER, golden.path("input").asString())) {
            report.pending(id, "an input that is absent");
        } else {
            checkPreprocessed(id, golden, expected, tolerance);
        }
    }

    private void checkPreprocessed(String id, JsonNode golden, GoldenTensor expected, double tolerance) {
        float[] values =
                id.contains("mask") || id.contains("blur") ? mask(golden, expected) : preprocessed(golden, expected);
        double allowed = golden.path("mismatching_pixels_allowed").asDouble(0);
        if (allowed > 0) {
            report.check(id, different(values, expected.floats()), allowed);
        } else {
            report.check(id, Deviation.largest(values, expected.floats()), tolerance);
        }
    }

    private void checkRegion(JsonNode golden) {
        JsonNode box = golden.path("white_box");
        Size size = new Size(
                golden.path("mask_width").asInt(), golden.path("mask_height").asInt());
        byte[] values = new byte[(int) size.pixels()];
        for (int y = box.get(1).asInt(); y < box.get(3).asInt(); y++) {
            Arrays.fill(
                    values,
                    y * size.width() + box.get(0).asInt(),
                    y * size.width() + box.get(2).asInt(),
                    (byte) 255);
        }
        Size target = new Size(
                golden.path("target_width").asInt(),
                golden.path("target_height").asInt());
        CropRegion region = CropRegion.around(
                new Mask(size, values), target, golden.path("pad").asInt());
        JsonNode wanted = golden.path("region");
        CropRegion expected = new CropRegion(
                wanted.get(0).asInt(),
                wanted.get(1).asInt(),
                wanted.get(2).asInt(),
                wanted.get(3).asInt());
        report.check("crop_regions/" + golden.path("white_box"), region.equals(expected) ? 0 : 1, 0);
    }

    /** A mask as {@code [h, w]}: blurred 0 to 255, else black and white as 0 and 1. */
    private float[] mask(JsonNode golden, GoldenTensor expected) {
        Picture picture =
                Samples.decoded(FOLDER.bytes(golden.path("input").asString())).withoutAlpha();
        String id = golden.path("id").asString();
        int[] shape = expected.shape();
        Size size = new Size(shape[shape.length - 1], shape[shape.length - 2]);
        if (id.contains("blur")) {
            double radius = Double.parseDouble(id.substring(id.lastIndexOf('-') + 1));
            return values(Mask.brightness(picture).blurred(radius), 1);
        }
        if (id.contains("latent")) {
            return values(Mask.brightness(picture).hardened().corners(size), 255);
        }
        Picture resized = PictureResizer.resize(picture, size, ResampleFilter.LANCZOS);
        return values(Mask.brightness(resized).hardened(), 255);
    }

    private static float[] values(Mask mask, float white) {
        float[] values = new float[mask.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (mask.values()[i] & 0xFF) / white;
        }
        return values;
    }

    private static double different(float[] values, float[] expected) {
        assertThat(values).hasSameSizeAs(expected);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            count += values[i] == expected[i] ? 0 : 1;
        }
        return (double) count / values.length;
    }

    private float[] preprocessed(JsonNode golden, GoldenTensor expected) {
        Picture picture =
                Samples.decoded(FOLDER.bytes(golden.path("input").asString())).withoutAlpha();
        Size size = new Size(expected.shape()[3], expected.shape()[2]);
        String call = golden.path("call").asString();
        Picture resized = resized(picture, size, call);
        return call.contains("do_normalize=False") ? PicturePlanes.unit(resized) : PicturePlanes.signed(resized);
    }

    private static Picture resized(Picture picture, Size size, String call) {
        if (call.contains("resize_mode")) {
            PictureFit fit = call.contains("'crop'") ? PictureFit.CROP : PictureFit.FILL;
            return fit.fit(picture, size, ResampleFilter.LANCZOS);
        }
        return PictureResizer.resize(picture, size, filter(call));
    }

    private static ResampleFilter filter(String call) {
        for (ResampleFilter filter : ResampleFilter.values()) {
            if (call.contains("'" + filter.name().toLowerCase(Locale.ROOT) + "'")) {
                return filter;
            }
        }
        return ResampleFilter.LANCZOS;
    }

    /** The input is {@code linspace(-1.3, 1.3, n)} as {@code [1, 3, h, w]}. */
    private void checkPostprocessed(String id, String name, GoldenTensor expected, double tolerance) {
        float[] planes = new float[expected.count()];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (float) (-1.3 + 2.6 * i / (planes.length - 1));
        }
        boolean samples = name.endsWith("uint8");
        int[] shape = expected.shape();
        Size size = samples ? new Size(shape[1], shape[0]) : new Size(shape[3], shape[2]);
        Picture picture = PicturePlanes.fromSigned(planes, size);
        float[] values = PicturePlanes.unit(picture);
        if (samples) {
            values = new float[planes.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = picture.samples()[i] & 0xFF;
            }
        }
        // a picture keeps 8 bits of the float planes
        report.check(id, Deviation.largest(values, expected.floats()), samples ? tolerance : 0.5 / 255 + tolerance);
    }
}
