/**
 * Where training examples come from: folders, webdataset shards, the drawn world behind one interface; and how pictures
 * of many shapes become batches of one. Plain Java, no device.
 */
@NamedInterface("data")
@NullMarked
package dev.darkroom.training.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
