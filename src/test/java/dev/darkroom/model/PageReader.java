package dev.darkroom.model;

import dev.darkroom.torch.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that unpacks the embedded model, reads all its UNet's weights, says "ready" and, when it is told to go on,
 * how many KiB of the file's pages it shares with other processes and how many it has alone.
 */
final class PageReader {

    private static final int PAGE = 4096;

    private PageReader() {}

    public static void main(String[] arguments) throws IOException {
        Path unet = EmbeddedModel.unpack(Path.of(arguments[0])).resolve("unet");
        Component component = Component.open(unet);
        List<Checkpoint.Weight> held =
                component.names().stream().map(component::weight).toList();
        long sum = 0;
        for (Checkpoint.Weight weight : held) {
            for (int i = 0; i < weight.data().limit(); i += PAGE) {
                sum += weight.data().get(i);
            }
        }
        System.out.println("ready");
        if (System.in.read() >= 0) {
            System.out.println(kilobytes(unet, "Shared_") + " " + kilobytes(unet, "Private_"));
        }
        if (sum == held.size()) { // keeps the weights alive until here
            System.out.println();
        }
    }

    private static long kilobytes(Path folder, String kind) throws IOException {
        long sum = 0;
        boolean ours = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (Character.digit(line.charAt(0), 16) >= 0 && line.indexOf('-') > 0) {
                ours = line.contains(folder.toString());
            } else if (ours && line.startsWith(kind) && !line.startsWith(kind + "Huge")) {
                sum += Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return sum;
    }
}
