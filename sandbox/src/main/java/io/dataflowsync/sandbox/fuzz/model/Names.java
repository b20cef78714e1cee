package io.dataflowsync.sandbox.fuzz.model;

import java.util.List;
import java.util.stream.Collectors;

/** Names as SQL. */
public final class Names {
    private Names() {}

    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** {@code `a`, `b`}. */
    public static String list(List<String> names) {
        return names.stream().map(Names::quoted).collect(Collectors.joining(", "));
    }
}
