package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckerTest {

    private static final String UNET = "unet/diffusion_pytorch_model.safetensors";

    @TempDir
    private static Path cache;

    private static Path embedded;

    @TempDir
    private Path folder;

    private ModelCopy model;

    @BeforeAll
    static void unpack() {
        embedded = EmbeddedModel.unpack(cache);
    }

    @BeforeEach
    void copy() throws IOException {
        model = ModelCopy.of(embedded, folder.resolve("model"));
    }

    @Test
    void aGoodModelHasNoProblem() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        model.delete("unet/config.json")
                .delete(UNET)
                .delete("tokenizer/vocab.json")
                .delete("scheduler/scheduler_config.json")
                .move("vae/diffusion_pytorch_model.safetensors", "vae/diffusion_pytorch_model.bin")
                .delete("text_encoder/model.safetensors")
                .write("text_encoder/model.safetensors", "not one");

        assertThat(problems())
                .hasSize(6)
                .anySatisfy(problem -> assertThat(problem).contains("unet/config.json is missing"))
                .anySatisfy(problem -> assertThat(problem).contains("unet holds no weights"))
                .anySatisfy(problem -> assertThat(problem).contains("vocab.json is missing"))
                .anySatisfy(problem -> assertThat(problem).contains("scheduler_config.json is missing"))
                .anySatisfy(problem -> assertThat(problem).contains("vae holds only", "a pickle"))
                .anySatisfy(problem -> assertThat(problem).contains("model.safetensors: it has only 7 bytes"));
    }

    @Test
    void missingTensorsAreCountedAndSomeAreNamed() throws IOException {
        model.delete(UNET);
        new SafetensorsBytes().add("conv_in.bias", 1, 2, 3).write(model.path().resolve(UNET));

        assertThat(problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("tensors that config.json asks for are missing"))
                .anySatisfy(problem ->
                        assertThat(problem).contains(UNET + ": tensor conv_in.bias has shape [3], but config.json"));
    }

    /** Each shard's own damage, too. */
    @Test
    void everyBrokenShardIsNamed() throws IOException {
        model.delete(UNET).write("unet/1.safetensors", "short").write("unet/2.safetensors", "short");
        model.write(
                "unet/diffusion_pytorch_model.safetensors.index.json",
                "{\"weight_map\":{\"a\":\"1.safetensors\",\"b\":\"2.safetensors\"}}");

        assertThat(problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("1.safetensors"))
                .anySatisfy(problem -> assertThat(problem).contains("2.safetensors"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "model_index.json | StableDiffusionPipeline | FluxPipeline | pipeline 'FluxPipeline' is not supported",
                "unet/config.json | UNetMidBlock2DCrossAttn | UNetMidBlock2D | mid_block_type is UNetMidBlock2D",
                "unet/config.json | \"out_channels\" : 16 | \"out_channels\" : 8 | out_channels of",
                "unet/config.json | CrossAttnDownBlock2D | AttnDownBlock2D | down_block_types is",
                "vae/config.json | \"act_fn\" : \"silu\" | \"act_fn\" : \"relu\" | act_fn is relu",
                "text_encoder/config.json | quick_gelu | swish | hidden_act is swish",
                "scheduler/scheduler_config.json | Scheduler\" | Planner\" | scheduler_config.json: no sampler is called",
                "darkroom.json | \"steps\": 20 | \"steps\": 0 | darkroom.json: steps is 0",
            })
    void aConfigThatDoesNotFitIsNamed(String file, String old, String other, String problem) throws IOException {
        model.replace(file, old, other);

        assertThat(problems()).anySatisfy(said -> assertThat(said).contains(problem));
    }

    @Test
    void whatIsNoModelDirectoryGetsTheWayOut() throws IOException {
        Path single = Files.writeString(folder.resolve("model.ckpt"), "");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(ModelChecker.problems(single)).singleElement().asString().contains("from_single_file");
        assertThat(ModelChecker.problems(empty)).singleElement().asString().contains("save_pretrained");
        assertThat(ModelChecker.problems(folder.resolve("none")))
                .singleElement()
                .asString()
                .contains("there is no folder");
    }

    private List<String> problems() {
        return ModelChecker.problems(model.path());
    }
}
