package dev.darkroom.cli;

import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelDescriptor;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the catalog as a table. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the embedded model and the folders of --darkroom.models-dir.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
class ModelsListCommand implements Runnable {

    private static final String ROW = "%s  %-30s  %-9s  %8s  %s%n";
    private static final long MEGABYTE = 1_000_000;

    private final String[] settings;

    @Spec
    private CommandSpec spec;

    ModelsListCommand(String[] settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        try (ConfigurableApplicationContext context = CatalogContext.start(settings)) {
            ModelCatalog catalog = context.getBean(ModelCatalog.class);
            print(catalog, spec.commandLine().getOut());
        }
    }

    private static void print(ModelCatalog catalog, PrintWriter out) {
        List<ModelCatalog.Entry> entries = catalog.entries();
        int width =
                entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(0);
        out.printf(ROW, padded("ID", width), "KIND", "SIZE", "WEIGHTS", "DESCRIPTION");
        for (ModelCatalog.Entry entry : entries) {
            String id = padded(entry.id(), width);
            entry.descriptor()
                    .ifPresentOrElse(
                            model -> out.printf(
                                    ROW,
                                    id,
                                    model.directory().pipeline(),
                                    model.defaults().size(),
                                    megabytes(model),
                                    described(model)),
                            () -> out.printf(ROW, id, "unusable", "", "", entry.problem()));
        }
        out.printf("%nRequests that name no model use %s.%n", catalog.defaultModel());
        entries.stream()
                .filter(entry -> entry.descriptor().isEmpty())
                .findFirst()
                .ifPresent(entry -> out.printf(
                        "`darkroom models check %s` says all that is wrong with a folder.%n", entry.folder()));
        out.flush();
    }

    private static String described(ModelDescriptor model) {
        List<String> labels = model.conditioning().labels();
        return labels.isEmpty()
                ? model.description()
                : model.description() + " Labels: " + String.join(", ", labels) + ".";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String megabytes(ModelDescriptor model) {
        return (model.weightBytes() + MEGABYTE - 1) / MEGABYTE + " MB";
    }
}
