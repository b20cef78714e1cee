package io.dataflowsync.sandbox.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads statements from a resource; a semicolon at the end of a line ends each. */
public final class SqlScript {
    private SqlScript() {}

    /** The statements of the resource {@code demo/NAME.sql}. */
    public static List<String> statements(String name) {
        return Arrays.stream(text("demo/" + name + ".sql").split(";\\s*\\R", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The text of a resource. */
    public static String text(String resource) {
        try (InputStream in = SqlScript.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
