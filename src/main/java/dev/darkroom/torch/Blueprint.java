package dev.darkroom.torch;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network that has no weights yet: its class and its {@code config.json}. Immutable.
 *
 * @param kind which network
 * @param config content of a diffusers {@code config.json}
 */
public record Blueprint(Kind kind, Map<String, Object> config) {

    /** Networks that can learn. */
    public enum Kind {
        /** {@code AutoencoderKL}. */
        AUTOENCODER("Autoencoder", "autoencoder_kl.py"),
        /** {@code CLIPTextModel}. */
        TEXT_ENCODER("TextEncoder", "clip_text.py"),
        /** {@code UNet2DConditionModel}. */
        UNET("Unet", "unet2d_condition.py"),
        /** {@code UNet2DModel}. */
        PIXEL_UNET("PixelUnet", "unet2d.py"),
        /** {@code PictureClassifier}. */
        CLASSIFIER("Classifier", "picture_classifier.py");

        private final String type;
        private final String source;

        Kind(String type, String source) {
            this.type = type;
            this.source = source;
        }
    }

    public Blueprint {
        config = Map.copyOf(config);
    }

    /**
     * Names and shapes of its weights, in the order of the network.
     *
     * @throws UnsupportedNetworkException if the configuration is not one that Darkroom computes
     */
    public Map<String, long[]> shapes() {
        Checkpoint empty = new Unwritten(config);
        ParameterShapes shapes = switch (kind) {
            case AUTOENCODER -> AutoencoderKlConfiguration.of(empty).parameters();
            case TEXT_ENCODER -> ClipTextModel.parameters(empty);
            case UNET -> UNetParameters.of(UNetConfiguration.of(empty));
            case PIXEL_UNET -> UNet2DConfiguration.of(empty).parameters();
            case CLASSIFIER -> PictureClassifierConfiguration.of(empty).parameters();
        };
        return shapes.byName();
    }

    /** The object that a learner's archive holds. */
    Attribute.Module module(Precision precision) {
        Checkpoint empty = new Unwritten(config);
        Map<String, Attribute> attributes = switch (kind) {
            case AUTOENCODER -> AutoencoderKlConfiguration.of(empty).attributes(precision);
            case TEXT_ENCODER -> ClipTextModel.attributes(empty, precision);
            case UNET -> UNetConfiguration.of(empty).attributes(precision);
            case PIXEL_UNET -> UNet2DConfiguration.of(empty).attributes(precision);
            case CLASSIFIER -> PictureClassifierConfiguration.of(empty).values(precision);
        };
        return new Attribute.Module(kind.type, attributes);
    }

    /** Its source with a class name of its own, so that several networks fit into one archive. */
    String source() {
        return ScriptArchive.read(kind.source)
                .replace("__torch__.Net", "__torch__." + kind.type)
                .replace("class Net(", "class " + kind.type + "(");
    }

    private record Unwritten(Map<String, Object> config) implements Checkpoint {

        @Override
        public String source() {
            return "the network to train";
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public @Nullable Weight weight(String name) {
            return null;
        }
    }
}
