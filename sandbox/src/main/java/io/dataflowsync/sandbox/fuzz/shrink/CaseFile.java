package io.dataflowsync.sandbox.fuzz.shrink;

import io.dataflowsync.sandbox.fuzz.generate.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a round as SQL that people can read, run and keep. */
public final class CaseFile {
    private CaseFile() {}

    /** @param findings the differences and stops, a line each */
    public static String text(String title, List<String> findings, RoundSteps steps) {
        StringBuilder text =
                new StringBuilder("-- " + title + "\n-- Basis: compared with MySQL's own replication, 5.7 to 8.0.\n");
        text.append("-- Settings: ddl: apply\n");
        findings.forEach(finding ->
                text.append(("-- " + finding).replace("\n", "\n--  ")).append('\n'));
        section(text, "both", steps.making());
        section(text, "before", steps.before());
        section(text, "stream", steps.stream());
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<Step> steps) {
        text.append("-- [").append(name).append("]\n");
        int session = 0;
        for (Step step : steps) {
            if (!step.kind().isSql()) {
                text.append("-- step: ").append(step.kind().words()).append('\n');
            } else {
                if (step.session() != session) {
                    session = step.session();
                    text.append("-- step: session ").append(session).append('\n');
                }
                text.append(step.sql()).append(";\n");
            }
        }
    }

    /** Writes the text to a file in a directory, and makes the directory. */
    public static Path write(Path directory, String name, String text) {
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
