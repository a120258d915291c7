package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the reference pipelines make of pictures on their way in, and of planes on their way out. */
class PictureGoldenTest {

    private static final GoldenFolder FOLDER = GoldenFolder.family("pipelines");
    private static final Map<String, String> PENDING = Map.of(
            "mask", "masks",
            "blur", "mask blur",
            "resize-crop", "resize modes",
            "resize-fill", "resize modes",
            "resample-nearest", "nearest neighbour");

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
            report.pending("crop_regions", "inpainting");
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void check(String id, JsonNode golden, GoldenTensors tensors) {
        String name = id.substring(id.indexOf('/') + 1);
        for (Map.Entry<String, String> pending : PENDING.entrySet()) {
            if (name.startsWith(pending.getKey())) {
                report.pending(id, pending.getValue());
                return;
            }
        }
        JsonNode output = golden.path("outputs").path("tensor");
        GoldenTensor expected = tensors.get(output.path("tensor").asString());
        double tolerance = output.path("tolerance_abs").asDouble();
        if (name.startsWith("postprocess")) {
            checkPostprocessed(id, name, expected, tolerance);
        } else if (!report.present(FOLDER, golden.path("input").asString())) {
            report.pending(id, "an input that is absent");
        } else {
            report.check(id, difference(preprocessed(golden, expected), expected.floats()), tolerance);
        }
    }

    private float[] preprocessed(JsonNode golden, GoldenTensor expected) {
        Picture picture =
                Samples.decoded(FOLDER.bytes(golden.path("input").asString())).withoutAlpha();
        Size size = new Size(expected.shape()[3], expected.shape()[2]);
        String call = golden.path("call").asString();
        Picture resized = PictureResizer.resize(picture, size, filter(call));
        return call.contains("do_normalize=False") ? PicturePlanes.unit(resized) : PicturePlanes.signed(resized);
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
        report.check(id, difference(values, expected.floats()), samples ? tolerance : 0.5 / 255 + tolerance);
    }

    private static double difference(float[] values, float[] expected) {
        assertThat(values).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i] - expected[i]));
        }
        return largest;
    }
}
