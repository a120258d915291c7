package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which source files of kernels fit a device: oneDNN with packed weights where the engine has it, else plain operators;
 * and the attention that is faster there, which depends on the processor alone, so that results do, too.
 */
final class Kernels {

    private static final Logger log = LoggerFactory.getLogger(Kernels.class);
    private static final String ONE_DNN = "kernels_onednn.py";
    private static final String PLAIN = "kernels_plain.py";
    private static final String FUSED = "attention_fused.py";
    private static final String PRODUCTS = "attention_products.py";

    private final boolean single;
    private final boolean brain;
    private final boolean tiles;

    /**
     * @param single whether oneDNN's kernels run in fp32
     * @param brain whether they run in bf16
     * @param tiles whether the processor has AMX
     */
    Kernels(boolean single, boolean brain, boolean tiles) {
        this.single = single;
        this.brain = brain;
        this.tiles = tiles;
    }

    /** Tries oneDNN's kernels in both number formats of a CPU. */
    static Kernels probe() {
        boolean x86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        return new Kernels(x86 && works(Precision.FP32), x86 && works(Precision.BF16), MatrixTiles.present());
    }

    private static boolean works(Precision precision) {
        try (ScriptModule module = probe(List.of(ONE_DNN, PRODUCTS), new Placement(Device.CPU, precision))) {
            module.run("forward").close();
            return true;
        } catch (TorchException e) {
            log.info("oneDNN kernels do not run in {} here; plain ones do: {}", precision, e.getMessage());
            return false;
        }
    }

    /** The source files for a placement. */
    List<String> sources(Placement placement) {
        boolean half = placement.precision() == Precision.BF16;
        if (!placement.device().isCpu() || !(half ? brain : single)) {
            return List.of(PLAIN, FUSED);
        }
        return List.of(ONE_DNN, half && tiles ? FUSED : PRODUCTS);
    }

    /** A module that runs one layer of each kind, for trying and measuring. */
    ScriptModule probe(Placement placement) {
        return probe(sources(placement), placement);
    }

    private static ScriptModule probe(List<String> kernels, Placement placement) {
        Map<String, Attribute> attributes = Map.of(
                "w", Attribute.tensors(),
                "dtype", Attribute.of(placement.precision().scalarType()));
        List<String> sources = new ArrayList<>(kernels);
        sources.addAll(List.of("layers.py", "precision_probe.py"));
        byte[] archive = ScriptArchive.of(sources, attributes);
        ScriptModule module = new ScriptModule("probe", archive, placement.device());
        try (IValue ignored = module.run("fuse")) {
            return module;
        } catch (TorchException e) {
            module.close();
            throw e;
        }
    }
}
