package dev.darkroom.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Says without an engine, and all at once, why networks would refuse a checkpoint. An empty list: they take it. */
public final class CheckpointCheck {

    /** Of many tensors that fail alike, as many are named. */
    private static final int EXAMPLES = 3;

    private CheckpointCheck() {}

    /** Problems of a {@code unet} folder, whichever kind it holds, in sentences that name file and tensor. */
    public static List<String> unet(Checkpoint checkpoint) {
        return UNet2D.CLASS_NAME.equals(checkpoint.config().get("_class_name"))
                ? problems(checkpoint, c -> UNet2DConfiguration.of(c).parameters(), List.of())
                : problems(checkpoint, c -> UNetParameters.of(UNetConfiguration.of(c)), List.of());
    }

    /** Problems of a {@code vae} folder, whichever kind of autoencoder it holds. */
    public static List<String> autoencoder(Checkpoint checkpoint) {
        return "AutoencoderTiny".equals(checkpoint.config().get("_class_name"))
                ? problems(checkpoint, AutoencoderTiny::parameters, List.of())
                : problems(checkpoint, c -> AutoencoderKlConfiguration.of(c).parameters(), AutoencoderKl.ALIASES);
    }

    /** Problems of a {@code text_encoder} folder. */
    public static List<String> textEncoder(Checkpoint checkpoint) {
        return problems(checkpoint, ClipTextModel::parameters, ClipTextModel.ALIASES);
    }

    private static List<String> problems(
            Checkpoint checkpoint,
            Function<Checkpoint, ParameterShapes> parameters,
            List<UnaryOperator<String>> aliases) {
        ParameterShapes expected;
        try {
            expected = parameters.apply(checkpoint);
        } catch (UnsupportedNetworkException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> missing = new ArrayList<>();
        List<String> misfits = new ArrayList<>();
        expected.byName().forEach((name, shape) -> {
            Checkpoint.Weight weight = WeightLoader.find(checkpoint, name, aliases);
            if (weight == null) {
                missing.add(name);
            } else {
                ParameterShapes.problem(name, shape, weight).ifPresent(misfits::add);
            }
        });
        List<String> problems = new ArrayList<>();
        if (!missing.isEmpty()) {
            problems.add(checkpoint.source() + ": " + missing.size() + " of the "
                    + expected.byName().size() + " tensors that config.json asks for are missing: "
                    + String.join(", ", missing.subList(0, Math.min(EXAMPLES, missing.size())))
                    + (missing.size() > EXAMPLES ? ", …" : "")
                    + "; the file is incomplete or belongs to another architecture");
        }
        problems.addAll(misfits.subList(0, Math.min(EXAMPLES, misfits.size())));
        if (misfits.size() > EXAMPLES) {
            problems.add(checkpoint.source() + ": " + (misfits.size() - EXAMPLES) + " more tensors do not fit either");
        }
        return problems;
    }
}
