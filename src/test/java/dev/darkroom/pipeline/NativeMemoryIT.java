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
import java.util.ArrayList;
import java.util.List;
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
    private static final int QUARTERS = 4;
    private static final int READ_EVERY = 25;
    private static final long PAGE = 4096;

    /** What a leak of 64 KiB a run would exceed in the 500 runs between two quarters. */
    private static final long LARGEST_GROWTH_MIB = 30;

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

    /**
     * MiB that the process grew by from the second quarter of the runs to the last. Of each quarter the least of ten
     * readings counts: the collector and the allocator take and give back some 60 MiB at a time, a leak only takes.
     */
    private static long growth(String what, IntConsumer task) throws IOException {
        List<Long> least = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            long lowest = Long.MAX_VALUE;
            for (int run = 0; run < RUNS / QUARTERS; run++) {
                task.accept(quarter * RUNS / QUARTERS + run);
                lowest = run % READ_EVERY == 0 ? Math.min(lowest, residentMib()) : lowest;
            }
            least.add(lowest);
        }
        System.out.printf("resident set after %d %s, least MiB of each quarter: %s%n", RUNS, what, least);
        return least.get(QUARTERS - 1) - least.get(1);
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
