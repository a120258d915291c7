package dev.darkroom.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code PictureClassifier}'s {@code config.json} says, defaults filled in.
 *
 * @param side of the square pictures that it looks at
 * @param patch side of the patches that the finest resolution has one position for, pixels
 * @param channels widths, finest resolution first
 * @param layers residual blocks a resolution
 * @param groups groups of the group norms
 * @param features width of the last layer before the heads
 * @param attributes the classes of every attribute, in order
 */
record PictureClassifierConfiguration(
        int side,
        int patch,
        List<Integer> channels,
        int layers,
        int groups,
        int features,
        Map<String, List<String>> attributes) {

    private static final int COLOURS = 3;

    static PictureClassifierConfiguration of(Checkpoint checkpoint) {
        ConfigValues c = new ConfigValues(checkpoint);
        List<Integer> channels = c.wholes("block_out_channels", 0, 0);
        int side = c.whole("sample_size", 0);
        int patch = c.whole("patch_size", 4);
        int coarsest = coarsest(patch, channels);
        if (side < coarsest || side % coarsest != 0) {
            throw c.unusable("sample_size", side, "a multiple of " + coarsest);
        }
        return new PictureClassifierConfiguration(
                side,
                patch,
                channels,
                c.whole("layers_per_block", 1),
                c.whole("norm_num_groups", 8),
                c.whole("features", 128),
                attributes(c, checkpoint.config().get("attributes")));
    }

    /** Pixels that one position of the last grid stands for, in each direction. */
    private static int coarsest(int patch, List<Integer> channels) {
        return (2 * patch) << (channels.size() - 1);
    }

    /** Places in a row of the last grid before its halves are averaged. */
    int grid() {
        return 2 * side / coarsest(patch, channels);
    }

    private static Map<String, List<String>> attributes(ConfigValues c, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            throw c.unusable("attributes", value, "a map of lists of classes");
        }
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        map.forEach((name, classes) -> {
            if (!(classes instanceof List<?> list) || list.isEmpty()) {
                throw c.unusable("attributes", value, "a map of lists of classes");
            }
            attributes.put(
                    String.valueOf(name), list.stream().map(String::valueOf).toList());
        });
        return attributes;
    }

    Map<String, Attribute> values(Precision precision) {
        return Map.of(
                "w", Attribute.tensors(),
                "dtype", Attribute.of(precision.scalarType()),
                "patch", Attribute.of(patch),
                "levels", Attribute.of(channels.size()),
                "layers", Attribute.of(layers),
                "groups", Attribute.of(groups));
    }

    ParameterShapes parameters() {
        ParameterShapes shapes = new ParameterShapes().conv("conv_in", COLOURS * patch * patch, channels.get(0), 3);
        int last = channels.size() - 1;
        for (int i = 0; i <= last; i++) {
            String p = "blocks." + i;
            int width = channels.get(i);
            for (int j = 0; j < layers; j++) {
                shapes.resnet(p + ".resnets." + j, width, width, 0);
            }
            if (i < last) {
                shapes.conv(p + ".downsamplers.0.conv", width, channels.get(i + 1), 3);
            }
        }
        int averaged = grid() / 2;
        shapes.norm("norm_out", channels.get(last))
                .linear("features", channels.get(last) * averaged * averaged, features);
        attributes.forEach((name, classes) -> shapes.linear("head." + name, features, classes.size()));
        return shapes;
    }
}
