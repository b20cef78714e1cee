package io.dataflowsync.pipeline.config;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps column names to settings of the pipeline file, in the order of the file. Like the server, it ignores the case of a name. */
final class ByColumn<V> extends AbstractMap<String, V> {
    private final Map<String, V> asWritten;
    private final Map<String, V> inSmallLetters = new LinkedHashMap<>();

    ByColumn(Map<String, V> asWritten) {
        this.asWritten = new LinkedHashMap<>(asWritten);
        asWritten.forEach((name, value) -> inSmallLetters.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    }

    @Override
    public @Nullable V get(Object column) {
        V exact = asWritten.get(column);
        return exact != null || asWritten.isEmpty()
                ? exact
                : inSmallLetters.get(String.valueOf(column).toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean containsKey(Object column) {
        return get(column) != null;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return Collections.unmodifiableMap(asWritten).entrySet();
    }
}
