package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.CudaGenerator;
import dev.darkroom.denoise.noise.FloatFormat;
import dev.darkroom.denoise.noise.GpuWave;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.noise.NormalGenerator;
import dev.darkroom.denoise.noise.Philox;
import dev.darkroom.denoise.noise.Slerp;
import dev.darkroom.denoise.noise.VariedNoise;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What PyTorch's generators draw; everything but double precision must be equal to the bit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RngGoldenTest {

    private static final GoldenFolder RNG = GoldenFolder.family("rng");

    private GoldenReport report;

    @BeforeAll
    void begin() {
        report = new GoldenReport("rng");
    }

    @AfterAll
    void print() {
        report.print();
    }

    @Test
    void wordsOfTheMersenneTwisterAreRight() {
        each("mt19937_words.json", (json, tensors) -> {
            CpuGenerator generator = new CpuGenerator(seed(json));
            List<Long> wanted = longs(json.path("words"));
            List<Long> positions = longs(json.path("index"));
            long position = -1;
            boolean right = true;
            for (int i = 0; i < wanted.size(); i++) {
                int word = 0;
                while (position < positions.get(i)) {
                    word = generator.nextWord();
                    position++;
                }
                right &= Integer.toUnsignedLong(word) == wanted.get(i);
            }
            report.check(json.path("id").asString(), right);
        });
    }

    @Test
    void cpuDrawsAreEqual() {
        each("cpu_draws", (json, tensors) -> {
            CpuGenerator generator = new CpuGenerator(seed(json));
            report.check(
                    json.path("id").asString(),
                    DrawnValues.draw(json, generator).error(json, tensors),
                    1);
        });
    }

    @Test
    void sequencesKeepTheWaitingNormal() {
        each("cpu_sequences", (json, tensors) -> {
            CpuGenerator generator = new CpuGenerator(seed(json));
            double worst = 0;
            for (JsonNode draw : json.path("draws")) {
                generator = CpuGenerator.restored(generator.state());
                DrawnValues values = DrawnValues.draw(draw, generator);
                worst = Math.max(worst, values.error(draw, tensors));
            }
            for (long word : longs(json.path("next_words"))) {
                worst = Math.max(worst, Integer.toUnsignedLong(generator.nextWord()) == word ? 0 : 2);
            }
            report.check(json.path("id").asString(), worst, 1);
        });
    }

    @Test
    void portableKernelIsNoFurtherAwayThanStated() {
        each("cpu_scalar_kernel", (json, tensors) -> {
            float[] drawn =
                    new CpuGenerator(seed(json)).normals(json.path("count").asInt());
            double error = DrawnValues.of(drawn).largestDifference(json, tensors);
            report.check(
                    json.path("id").asString(),
                    error,
                    json.path("largest_difference").asDouble());
        });
    }

    @Test
    void philoxDrawsAreEqual() {
        each("philox", (json, tensors) -> {
            GpuWave wave = json.path("device").isNull()
                    ? GpuWave.UNBOUNDED
                    : new GpuWave(
                            json.path("processors").asInt(),
                            json.path("threads_per_processor").asInt());
            NormalGenerator generator = CudaGenerator.restored(state(seed(json), json.path("offset_before")), wave);
            DrawnValues values =
                    DrawnValues.of(generator.normals(json.path("count").asInt()));
            boolean advanced = Arrays.equals(generator.state(), state(seed(json), json.path("offset_after")));
            report.check(json.path("id").asString(), values.error(json, tensors) + (advanced ? 0 : 2), 1);
        });
    }

    @Test
    void wordsOfPhiloxAreRight() {
        if (!report.present(RNG, "philox.json")) {
            return;
        }
        for (JsonNode json : RNG.json("philox.json").path("philox_words")) {
            int[] counter = longs(json.path("counter")).stream()
                    .mapToInt(Long::intValue)
                    .toArray();
            int[] wanted =
                    longs(json.path("words")).stream().mapToInt(Long::intValue).toArray();
            boolean right = Arrays.equals(Philox.words(counter, seed(json)), wanted);
            report.check(json.path("id").asString(), right);
        }
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void publishedValuesOfRealDevicesAreNear() {
        if (!report.present(RNG, "philox.json")) {
            return;
        }
        for (JsonNode json : RNG.json("philox.json").path("published_gpu_values")) {
            boolean known = !json.path("processors").isNull();
            GpuWave wave = known
                    ? new GpuWave(
                            json.path("processors").asInt(),
                            json.path("threads_per_processor").asInt())
                    : GpuWave.UNBOUNDED;
            CudaGenerator generator = new CudaGenerator(seed(json), wave);
            int count = json.path("count").asInt();
            for (int skipped = 0; skipped < json.path("draw").asInt(); skipped++) {
                generator.normals(count);
            }
            float[] values = generator.normals(count);
            double error = 0;
            for (int i = 0; i < json.path("values").size(); i++) {
                double published = json.path("values").path(i).asDouble();
                error = Math.max(error, Math.abs(values[json.path("first_index").asInt() + i] - published));
            }
            report.check(
                    json.path("id").asString(),
                    error,
                    Math.max(json.path("largest_difference").asDouble(), 6e-5));
        }
    }

    @Test
    void noiseOfImagesIsEqual() {
        each("image_noise", (json, tensors) -> {
            switch (json.path("kind").asString()) {
                case "webui" -> checkWebui(json, tensors);
                case "diffusers" -> checkDiffusers(json, tensors);
                default -> checkSlerp(json, tensors);
            }
        });
        assertThat(report.failures()).isEmpty();
    }

    private void checkWebui(JsonNode json, GoldenTensors tensors) {
        LatentShape shape = shape(json);
        boolean cpu = json.path("source").asString().equals("CPU");
        LongFunction<NormalGenerator> generators = cpu ? CpuGenerator::new : CudaGenerator::new;
        double worst = 0;
        for (int image = 0; image < json.path("seeds").size(); image++) {
            VariedNoise noise = new VariedNoise(generators, seeds(json, image, shape), shape);
            for (JsonNode draw : json.path("draws")) {
                float[] expected = image(tensors.floats(draw.asString()), image, shape.size());
                worst = Math.max(worst, Deviation.largest(noise.next(), expected));
            }
        }
        boolean mixed = json.path("subseed_strength").asDouble() != 0;
        report.check(json.path("id").asString(), worst, mixed ? 2e-6 : 0);
    }

    private static VariedNoise.Seeds seeds(JsonNode json, int image, LatentShape shape) {
        int height = json.path("seed_resize_from_h").asInt();
        int width = json.path("seed_resize_from_w").asInt();
        boolean resized = height > 0 && width > 0;
        JsonNode subseed = json.path("subseeds").path(image);
        return new VariedNoise.Seeds(
                Long.parseUnsignedLong(json.path("seeds").path(image).asString()),
                subseed.isMissingNode() ? 0 : Long.parseLong(subseed.asString()),
                json.path("subseed_strength").asDouble(),
                resized ? new LatentShape(shape.channels(), height / 8, width / 8) : shape,
                json.path("eta_noise_seed_delta").asLong());
    }

    private void checkDiffusers(JsonNode json, GoldenTensors tensors) {
        FloatFormat format = FloatFormat.valueOf(json.path("dtype").asString().toUpperCase(Locale.ROOT));
        int total = 1;
        for (JsonNode size : json.path("shape")) {
            total *= size.asInt();
        }
        int generators = json.path("seeds").size();
        double worst = 0;
        for (int image = 0; image < generators; image++) {
            CpuGenerator generator = new CpuGenerator(
                    Long.parseLong(json.path("seeds").path(image).asString()));
            for (JsonNode draw : json.path("draws")) {
                float[] expected = image(tensors.floats(draw.asString()), image, total / generators);
                worst = Math.max(worst, Deviation.largest(generator.normals(total / generators, format), expected));
            }
        }
        report.check(json.path("id").asString(), worst, 0);
    }

    private void checkSlerp(JsonNode json, GoldenTensors tensors) {
        int[] sizes = tensors.get(json.path("low").asString()).shape();
        LatentShape shape = new LatentShape(sizes[0], sizes[1], sizes[2]);
        float[] mixed = Slerp.byColumns(
                json.path("val").asDouble(),
                tensors.floats(json.path("low").asString()),
                tensors.floats(json.path("high").asString()),
                shape);
        float[] expected = tensors.floats(json.path("result").asString());
        double tolerance = json.path("gap_to_double").asDouble() > 2e-6 ? 1e-4 : 2e-6;
        double error = Float.isNaN(expected[0]) && Float.isNaN(mixed[0]) ? 0 : Deviation.largest(mixed, expected);
        report.check(json.path("id").asString(), error, tolerance);
    }

    private static byte[] state(long seed, JsonNode offset) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(seed)
                .putLong(offset.asLong())
                .array();
    }

    private interface Check {
        void run(JsonNode json, GoldenTensors tensors);
    }

    private void each(String file, Check check) {
        String document = file.endsWith(".json") ? file : file + ".json";
        if (!report.present(RNG, document)) {
            return;
        }
        GoldenTensors tensors = file.endsWith(".json") ? GoldenTensors.NONE : RNG.tensors(file + ".safetensors");
        RNG.cases(document).forEach(json -> check.run(json, tensors));
        assertThat(report.failures()).isEmpty();
    }

    private static LatentShape shape(JsonNode json) {
        JsonNode sizes = json.path("shape");
        return new LatentShape(
                sizes.path(0).asInt(), sizes.path(1).asInt(), sizes.path(2).asInt());
    }

    private static float[] image(float[] batch, int image, int size) {
        float[] values = new float[size];
        System.arraycopy(batch, image * size, values, 0, size);
        return values;
    }

    private static long seed(JsonNode json) {
        String seed = json.path("seed").asString();
        return seed.startsWith("-") ? Long.parseLong(seed) : Long.parseUnsignedLong(seed);
    }

    private static List<Long> longs(JsonNode list) {
        List<Long> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asLong()));
        return values;
    }
}
