package dev.darkroom.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Mappings of a file whose tensors may span more than the 2 GiB of one buffer; no tensor crosses a border. */
final class MappedWindows {

    private final NavigableMap<Long, ByteBuffer> windows;

    private MappedWindows(NavigableMap<Long, ByteBuffer> windows) {
        this.windows = windows;
    }

    /** Maps all tensors of the file. */
    static MappedWindows map(FileChannel channel, SafetensorsHeader header) throws IOException {
        NavigableMap<Long, ByteBuffer> windows = new TreeMap<>();
        List<TensorEntry> window = new ArrayList<>();
        for (Map.Entry<String, TensorEntry> next : header.entries().entrySet()) {
            TensorEntry entry = next.getValue();
            if (entry.bytes() > Integer.MAX_VALUE) {
                throw new ModelFormatException(
                        "tensor " + next.getKey() + " has more than 2 GiB, which is not supported");
            }
            if (!window.isEmpty() && entry.end() - window.get(0).begin() > Integer.MAX_VALUE) {
                add(windows, channel, header, window);
                window.clear();
            }
            window.add(entry);
        }
        if (!window.isEmpty()) {
            add(windows, channel, header, window);
        }
        return new MappedWindows(windows);
    }

    private static void add(
            NavigableMap<Long, ByteBuffer> windows,
            FileChannel channel,
            SafetensorsHeader header,
            List<TensorEntry> entries)
            throws IOException {
        long begin = entries.get(0).begin();
        long end = entries.get(entries.size() - 1).end();
        windows.put(begin, channel.map(FileChannel.MapMode.READ_ONLY, header.dataStart() + begin, end - begin));
    }

    /** The bytes of a tensor, in native order. */
    ByteBuffer slice(TensorEntry entry) {
        Map.Entry<Long, ByteBuffer> window = windows.floorEntry(entry.begin());
        return window.getValue()
                .slice((int) (entry.begin() - window.getKey()), (int) entry.bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
