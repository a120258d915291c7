package dev.darkroom.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.FakeModels;
import dev.darkroom.api.json.RequestBodies;
import dev.darkroom.api.json.SentBody;
import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.web.BodyLimits;
import dev.darkroom.api.web.BodyReader;
import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.imagestore.InputPictures;
import dev.darkroom.imagestore.LocalImageStore;
import dev.darkroom.pipeline.PromptSettings;
import dev.darkroom.pipeline.RequestDraft;
import dev.darkroom.pipeline.RequestLimits;
import dev.darkroom.pipeline.RequestResolver;
import dev.darkroom.pipeline.SourcePictures;
import dev.darkroom.pipeline.UnknownModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** Whatever is sent, the answer is a complete request or an error of the client's, never one of ours. */
class AnyJsonTest {

    private final RequestLimits limits = RequestLimits.defaults();
    private final RequestBodies bodies = bodies();
    private final Submissions submissions = submissions();

    @Property(tries = 3000)
    void ofKnownFieldsIsTakenOrRefused(@ForAll("requests") String json) throws Exception {
        Optional<GenerationRequest> request = resolve(json);
        request.ifPresent(this::assertWithinLimits);
    }

    @Property(tries = 1000)
    void thatIsNoJsonIsRefused(@ForAll String text) throws Exception {
        assertThat(resolve(text)).isEmpty();
    }

    @Property(tries = 500)
    void thatIsTakenResolvesToItselfAgain(@ForAll("goodRequests") String json) throws Exception {
        GenerationRequest request = resolve(json).orElseThrow();
        assertThat(resolver().resolve(RequestDraft.of(request))).isEqualTo(request);
    }

    @Provide
    Arbitrary<String> requests() {
        Arbitrary<String> names = Arbitraries.of(fieldNames());
        return Arbitraries.maps(names, values(2)).ofMaxSize(8).map(AnyJsonTest::object);
    }

    @Provide
    Arbitrary<String> goodRequests() {
        Arbitrary<String> seeds =
                Arbitraries.longs().between(0, Long.MAX_VALUE - 16).map(Object::toString);
        Arbitrary<String> steps = Arbitraries.integers().between(1, 150).map(Object::toString);
        Arbitrary<String> scales = Arbitraries.doubles().between(0, 50).map(Object::toString);
        Arbitrary<String> counts = Arbitraries.integers().between(1, 16).map(Object::toString);
        Arbitrary<String> samplers =
                Arbitraries.of("\"DPM++ 2M Karras\"", "\"Euler\"", "\"dpmpp_2m\"", "\"EulerDiscreteScheduler\"");
        return Combinators.combine(seeds, steps, scales, counts, samplers)
                .as((seed, step, scale, count, sampler) -> object(Map.of(
                        "prompt",
                        "\"a cat\"",
                        "seed",
                        seed,
                        "steps",
                        step,
                        "guidance_scale",
                        scale,
                        "count",
                        count,
                        "sampler",
                        sampler)));
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "false", "0", "-0", "-1", "1e400", "-1e-400", "1e99", "[]", "{}", "\"\""),
                Arbitraries.longs().map(Object::toString),
                Arbitraries.doubles().map(Object::toString),
                Arbitraries.integers().between(0, 4096).map(Object::toString),
                Arbitraries.strings().ofMaxLength(20).map(AnyJsonTest::string),
                Arbitraries.of("\"euler\"", "\"png\"", "\"url\"", "\"darkroom-mini\"", "\"2099-01-01T00:00:00Z\""));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> values(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(6, scalars),
                Tuple.of(1, inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]")),
                Tuple.of(
                        1,
                        Arbitraries.maps(Arbitraries.of("format", "quality", "as", "a"), inner)
                                .map(AnyJsonTest::object)));
    }

    private static String[] fieldNames() {
        String known = Stream.of(ImageRequest.class, GenerationDraft.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return (known + ",unknown").split(",");
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> string(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String string(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""));
    }

    private Optional<GenerationRequest> resolve(String json) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/images");
        request.setContentType("application/json");
        request.setContent(json.getBytes(StandardCharsets.UTF_8));
        try {
            SentBody<ImageRequest> sent = bodies.read(request, ImageRequest.class);
            OutputForm form = OutputForm.of(sent.value().draft().output(), Delivery.URL);
            return Optional.of(submissions.of(sent, form.draft(), null).request());
        } catch (InvalidRequestException e) {
            assertThat(e.errors())
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error.message()).isNotBlank());
        } catch (UnknownModelException e) {
            assertThat(e.getMessage()).contains("no model");
        } catch (ProblemException e) {
            assertThat(e.type().status()).isLessThan(500);
        }
        return Optional.empty();
    }

    private void assertWithinLimits(GenerationRequest request) {
        assertThat(request.sampling().steps()).isBetween(1, limits.steps());
        assertThat(request.count()).isBetween(1, limits.count());
        assertThat(request.seed()).isNotNegative();
        assertThat(request.seed() + request.count() - 1).isNotNegative();
        assertThat(request.sampling().guidanceScale()).isBetween(0.0, 50.0);
        assertThat(request.size().width() % 8).isZero();
        assertThat(request.size().pixels()).isLessThanOrEqualTo(limits.pixels());
    }

    private static RequestBodies bodies() {
        BodyLimits limits = new BodyLimits(DataSize.ofMegabytes(1), Duration.ofSeconds(5));
        return new RequestBodies(new BodyReader(limits, Clock.systemUTC()), limits);
    }

    private Submissions submissions() {
        return new Submissions(resolver(), Clock.systemUTC());
    }

    private RequestResolver resolver() {
        InputPictures inputs = new InputPictures(new LocalImageStore(Path.of("target")), Clock.systemUTC());
        return new RequestResolver(
                new FakeModels(),
                limits,
                new SourcePictures(ImageLimits.defaults(), inputs),
                PromptSettings.none(),
                new Random(1));
    }
}
