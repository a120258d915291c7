package dev.darkroom.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelsTest {

    private static final Placement SINGLE = new Placement(Device.CPU, Precision.FP32);
    private static final Placement BRAIN = new Placement(Device.CPU, Precision.BF16);
    private static final Placement GPU = new Placement(new Device(Device.Kind.CUDA, 0), Precision.FP16);

    @Test
    void aProcessorWithTilesAttendsInOneKernelInHalfPrecisionOnly() {
        Kernels kernels = new Kernels(true, true, true);
        assertThat(kernels.sources(BRAIN)).containsExactly("kernels_onednn.py", "attention_fused.py");
        assertThat(kernels.sources(SINGLE)).containsExactly("kernels_onednn.py", "attention_products.py");
        assertThat(kernels.sources(GPU)).containsExactly("kernels_plain.py", "attention_fused.py");
    }

    @Test
    void withoutTilesLongAttentionIsProducts() {
        assertThat(new Kernels(true, true, false).sources(BRAIN))
                .containsExactly("kernels_onednn.py", "attention_products.py");
        assertThat(new Kernels(true, false, false).sources(BRAIN))
                .containsExactly("kernels_plain.py", "attention_fused.py");
    }

    @Test
    void tilesAreFoundAmongTheProcessorsFlags() {
        assertThat(MatrixTiles.listedIn(List.of("model name : x", "flags\t\t: fpu avx512_bf16 amx_bf16 amx_tile")))
                .isTrue();
        assertThat(MatrixTiles.listedIn(List.of("flags\t\t: fpu avx512_bf16 amx_bf16x")))
                .isFalse();
        assertThat(MatrixTiles.listedIn(List.of("bugs\t\t: amx_bf16"))).isFalse();
    }
}
