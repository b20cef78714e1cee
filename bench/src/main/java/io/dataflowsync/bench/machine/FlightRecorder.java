package io.dataflowsync.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Records JVMs with JFR while something is timed. */
public final class FlightRecorder {
    private final Path directory;

    /** @param directory where the recordings go */
    public FlightRecorder(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory).toAbsolutePath();
    }

    public void begin(List<Part> jvms) {
        jvms.forEach(jvm -> command(jvm, "JFR.start", "name=bench", "settings=profile"));
    }

    /** @param name the name of the recording, {@code NAME-PART.jfr} */
    public void end(List<Part> jvms, String name) {
        jvms.forEach(jvm -> command(
                jvm, "JFR.stop", "name=bench", "filename=" + directory.resolve(name + "-" + jvm.name() + ".jfr")));
    }

    private static void command(Part jvm, String... words) {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(jvm.pid())));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                System.err.println("no recording of " + jvm.name() + ": " + String.join(" ", command));
            }
        } catch (IOException e) {
            System.err.println("no recording of " + jvm.name() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
