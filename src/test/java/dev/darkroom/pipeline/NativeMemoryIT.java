package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.Size;
import dev.darkroom.torch.NativeHeap;
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
 * A thousand pictures, then a thousand cancelled and failed runs: neither what native code holds nor the resident set may
 * grow with them. What the first quarter takes is not counted: allocators and the virtual machine take what they will keep.
 */
class NativeMemoryIT {

    private static final Path STATM = Path.of("/proc/self/statm");
    private static final int RUNS = 1000;
    private static final int QUARTERS = 4;
    private static final int READ_EVERY = 25;
    private static final long PAGE = 4096;

    /** What a leak of 16 KiB a run would reach in the 500 runs between two quarters. */
    private static final long LARGEST_GROWTH_MIB = 8;

    /** Of the resident set: the collector and the allocator take and give back some 60 MiB at a time. */
    private static final long LARGEST_STEP_MIB = 64;

    @TempDir
    Path scratch;

    @Test
    void aThousandPicturesAndAThousandFailuresLeaveTheResidentSetFlat() throws Exception {
        assumeThat(STATM)
                .as("resident set sizes are read from /proc, which this system lacks")
                .exists();
        try (PipelineFixture fixture = new PipelineFixture(scratch, null)) {
            Growth byPictures =
                    growth("pictures", run -> fixture.pipeline().generate(small(run), GenerationMonitor.none()));
            Growth byFailures = growth("failures", run -> fail(fixture, run));
            assertThat(List.of(byPictures.held(), byFailures.held())).allMatch(grown -> grown < LARGEST_GROWTH_MIB);
            assertThat(List.of(byPictures.resident(), byFailures.resident()))
                    .allMatch(grown -> grown < LARGEST_STEP_MIB);
        }
    }

    /**
     * MiB from the second quarter of the runs to the last.
     *
     * @param held by native code
     * @param resident of the process
     */
    private record Growth(long held, long resident) {}

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

    /** Of each quarter the least of ten readings counts: what runs meanwhile only ever adds. */
    private static Growth growth(String what, IntConsumer task) throws IOException {
        List<Long> held = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            held.add(Long.MAX_VALUE);
            resident.add(Long.MAX_VALUE);
            for (int run = 0; run < RUNS / QUARTERS; run++) {
                task.accept(quarter * RUNS / QUARTERS + run);
                if (run % READ_EVERY == 0) {
                    resident.set(quarter, Math.min(resident.get(quarter), residentMib()));
                    held.set(quarter, Math.min(held.get(quarter), NativeHeap.inUse() >> 20));
                }
            }
        }
        System.out.printf(
                "after %d %s, least MiB of each quarter: held by native code %s, resident %s%n",
                RUNS, what, held, resident);
        return new Growth(held.get(QUARTERS - 1) - held.get(1), resident.get(QUARTERS - 1) - resident.get(1));
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
