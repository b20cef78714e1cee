package io.dataflowsync.sandbox.fuzz.model;

import java.util.List;
import java.util.stream.Collectors;

/** Formats names as SQL. */
public final class FuzzNames {
    private FuzzNames() {}

    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The names in a list: {@code `a`, `b`}. */
    public static String list(List<String> names) {
        return names.stream().map(FuzzNames::quoted).collect(Collectors.joining(", "));
    }
}
