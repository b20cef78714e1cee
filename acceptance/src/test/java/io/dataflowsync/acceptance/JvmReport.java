package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a JVM of the same user tells of itself. */
final class JvmReport {
    private JvmReport() {}

    /** The answer to a command of jcmd. */
    static String of(long pid, String... command) throws IOException {
        String[] line = new String[command.length + 2];
        line[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        line[1] = String.valueOf(pid);
        System.arraycopy(command, 0, line, 2, command.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    /** The objects that are in use; what is none any more is collected first. */
    static ByteBuffer heap(long pid, Path file) throws IOException {
        Files.deleteIfExists(file);
        String answer = of(pid, "GC.heap_dump", file.toString());
        if (!Files.exists(file)) {
            throw new IOException(answer);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }
}
