package io.dataflowsync.bench.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Passes a number from one process to another, through a file in memory. */
final class Counter {
    private final MappedByteBuffer buffer;

    private Counter(MappedByteBuffer buffer) {
        this.buffer = buffer;
    }

    static Counter open(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Counter(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set(long value) {
        buffer.putLong(0, value);
    }

    long get() {
        return buffer.getLong(0);
    }
}
