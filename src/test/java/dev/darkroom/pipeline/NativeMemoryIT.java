package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand pictures, then a thousand cancelled and failed runs: the resident set may not grow with them. The first
 * {@value #WARM_UP} are not counted: allocators and the virtual machine take what they will keep.
 */
class NativeMemoryIT {

    private static final Path STATM = Path.of("/proc/self/statm");
    private static final int RUNS = 1000;
    private static final int WARM_UP = 250;
    private static final long PAGE = 4096;

    /** What a leak of 64 KiB a run would exceed. */
    private static final long LARGEST_GROWTH_MIB = 45;

    @TempDir
    Path scratch;

    @Test
    void aThousandPicturesAndAThousandFailuresLeaveTheResidentSetFlat() throws Exception {
        assumeThat(STATM)
                .as("resident set sizes are read from /proc, which this system lacks")
                .exists();
        try (PipelineFixture fixture = new PipelineFixture(scratch, null)) {
            long grownByPictures =
                    growth("pictures", run -> fixture.pipeline().generate(small(run), GenerationMonitor.none()));
            long grownByFailures = growth("failures", run -> fail(fixture, run));
            assertThat(grownByPictures).isLessThan(LARGEST_GROWTH_MIB);
            assertThat(grownByFailures).isLessThan(LARGEST_GROWTH_MIB);
        }
    }

    /** Cancelled in the middle, or refused by the network for a prompt that skips more layers than there are. */
    private static void fail(PipelineFixture fixture, int run) {
        GenerationRequest request = small(run);
        if (run % 2 == 0) {
            request = GenerationRequestBuilder.builder(request).clipSkip(99).build();
        }
        try {
            fixture.pipeline().generate(request, new RecordingMonitor(Map.of(), 1));
        } catch (GenerationCancelledException | IllegalArgumentException expected) {
            return;
        }
        throw new AssertionError("run " + run + " should have failed");
    }

    /** MiB that the process grew by after the warm-up. */
    private static long growth(String what, IntConsumer task) throws IOException {
        long settled = 0;
        StringBuilder figures = new StringBuilder();
        for (int run = 0; run <= RUNS; run++) {
            if (run == WARM_UP) {
                settled = residentMib();
            }
            if (run % WARM_UP == 0) {
                figures.append(' ')
                        .append(run)
                        .append(": ")
                        .append(residentMib())
                        .append(" MiB;");
            }
            task.accept(run);
        }
        System.out.printf("resident set after %s:%s%n", what, figures);
        return residentMib() - settled;
    }

    private static long residentMib() throws IOException {
        System.gc();
        return Long.parseLong(Files.readString(STATM).split(" ")[1]) * PAGE >> 20;
    }

    private static GenerationRequest small(int seed) {
        GenerationRequest usual = request("euler", seed, 1);
        return GenerationRequestBuilder.builder(usual)
                .prompt("a red circle " + seed)
                .size(new Size(64, 64))
                .sampling(SamplingBuilder.builder(usual.sampling()).steps(2).build())
                .build();
    }
}
