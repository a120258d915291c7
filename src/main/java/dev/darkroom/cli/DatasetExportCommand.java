package dev.darkroom.cli;

import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.ShardWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes webdataset shards. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes webdataset shards: NNNNNN.tar with KEY.png, KEY.txt (a caption) and",
            "KEY.json (all captions, attributes). A shard appears only once it is whole;",
            "go on with --first-shard."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class DatasetExportCommand implements Callable<Integer> {

    @Mixin
    private DatasetOptions options;

    @Option(names = "--count", defaultValue = "10000", description = "Pictures. Default: ${DEFAULT-VALUE}.")
    private long count;

    @Option(
            names = "--shard-size",
            paramLabel = "PICTURES",
            defaultValue = "1000",
            description = "Pictures in a shard; they are held in memory. Default: ${DEFAULT-VALUE}.")
    private int shardSize;

    @Option(
            names = "--first-shard",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Drawn world only: leaves out the shards before this one. Default: ${DEFAULT-VALUE}.")
    private int firstShard;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            required = true,
            description = "Where the shards go; made if it does not exist.")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (count < 1 || shardSize < 1 || firstShard < 0) {
            throw new ParameterException(spec.commandLine(), "--count and --shard-size are at least 1");
        }
        if (firstShard > 0 && !options.isWorld()) {
            throw new ParameterException(spec.commandLine(), "--first-shard is for the drawn world alone");
        }
        var writer = new ShardWriter(output);
        PrintWriter out = spec.commandLine().getOut();
        try (ExampleReader reader = options.source().open((long) firstShard * shardSize)) {
            long left = count - (long) firstShard * shardSize;
            for (int shard = firstShard; left > 0; shard++) {
                List<Example> examples = new ArrayList<>();
                while (examples.size() < Math.min(shardSize, left)) {
                    examples.add(reader.next());
                }
                left -= examples.size();
                out.printf("%s: %d pictures%n", writer.write(shard, examples), examples.size());
                out.flush();
            }
        }
        return 0;
    }
}
