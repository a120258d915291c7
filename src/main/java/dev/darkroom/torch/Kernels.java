package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which source file of kernels fits a device: oneDNN with packed weights where the engine has it, else plain operators. */
final class Kernels {

    private static final Logger log = LoggerFactory.getLogger(Kernels.class);
    private static final String ONE_DNN = "kernels_onednn.py";
    private static final String PLAIN = "kernels_plain.py";

    private final boolean single;
    private final boolean brain;

    private Kernels(boolean single, boolean brain) {
        this.single = single;
        this.brain = brain;
    }

    /** Tries oneDNN's kernels in both number formats of a CPU. */
    static Kernels probe() {
        boolean x86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        return new Kernels(x86 && works(Precision.FP32), x86 && works(Precision.BF16));
    }

    private static boolean works(Precision precision) {
        try (ScriptModule module = probe(ONE_DNN, new Placement(Device.CPU, precision))) {
            module.run("forward").close();
            return true;
        } catch (TorchException e) {
            log.info("oneDNN kernels do not run in {} here; plain ones do: {}", precision, e.getMessage());
            return false;
        }
    }

    /** The source file for a placement. */
    String source(Placement placement) {
        boolean oneDnn = placement.device().isCpu() && (placement.precision() == Precision.BF16 ? brain : single);
        return oneDnn ? ONE_DNN : PLAIN;
    }

    /** A module that runs one layer of each kind, for trying and measuring. */
    ScriptModule probe(Placement placement) {
        return probe(source(placement), placement);
    }

    private static ScriptModule probe(String kernels, Placement placement) {
        Map<String, Attribute> attributes = Map.of(
                "w", Attribute.tensors(),
                "dtype", Attribute.of(placement.precision().scalarType()));
        byte[] archive = ScriptArchive.of(List.of(kernels, "layers.py", "precision_probe.py"), attributes);
        ScriptModule module = new ScriptModule("probe", archive, placement.device());
        try (IValue ignored = module.run("fuse")) {
            return module;
        } catch (TorchException e) {
            module.close();
            throw e;
        }
    }
}
