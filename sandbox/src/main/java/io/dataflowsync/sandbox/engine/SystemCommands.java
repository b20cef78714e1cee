package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Runs programs of the system, and waits for their end. */
final class SystemCommands {
    private SystemCommands() {}

    static void run(String... command) throws IOException {
        run(InputStream.nullInputStream(), command);
    }

    /** @throws IOException with the program's output if it does not exit with 0 */
    static void run(InputStream input, String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            input.transferTo(in);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " exited " + code + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }
}
