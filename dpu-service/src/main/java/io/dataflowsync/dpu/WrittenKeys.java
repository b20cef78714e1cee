package io.dataflowsync.dpu;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.dpu.log.AppliedRows;
import io.dataflowsync.dpu.log.AppliedRows.CascadedChange;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The keys that rows of a table without new keys may have on the target: those that were written there, and what the target has made of
 * them by ON UPDATE CASCADE. Nothing says which row had a key at which time, so there may be keys among them that no row ever had.
 */
final class WrittenKeys {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> columns;
    /** By the places in the key that they ask for, and by the values that those had. */
    private final Map<List<Integer>, Map<List<String>, List<JsonNode>>> changes = new HashMap<>();

    private WrittenKeys(List<String> columns, List<CascadedChange> cascaded) {
        this.columns = columns;
        for (CascadedChange change : cascaded) {
            JsonNode before = KeyText.some(change.before());
            List<Integer> asked = IntStream.range(0, columns.size())
                    .filter(place -> before.has(columns.get(place)))
                    .boxed()
                    .toList();
            List<String> values = asked.stream()
                    .map(place -> compared(before.get(columns.get(place))))
                    .toList();
            changes.computeIfAbsent(asked, places -> new HashMap<>())
                    .computeIfAbsent(values, had -> new ArrayList<>())
                    .add(KeyText.some(change.after()));
        }
    }

    /** The keys of a table, as the log has them. */
    static Set<String> of(AppliedRows log, TableRoom room) throws SQLException {
        List<String> written = log.keysOf(room.plan().source());
        List<CascadedChange> cascaded = log.cascaded(room.plan().target().name().table());
        List<String> columns =
                room.keyColumns().stream().map(ColumnDefinition::name).toList();
        return cascaded.isEmpty() ? new LinkedHashSet<>(written) : new WrittenKeys(columns, cascaded).followed(written);
    }

    private Set<String> followed(List<String> written) {
        Set<String> keys = new LinkedHashSet<>(written);
        Deque<String> open = new ArrayDeque<>(written);
        while (!open.isEmpty()) {
            List<JsonNode> key = KeyText.elements(open.remove(), columns.size());
            changes.forEach((asked, byValues) -> {
                List<String> values =
                        asked.stream().map(place -> compared(key.get(place))).toList();
                for (JsonNode after : byValues.getOrDefault(values, List.of())) {
                    String changed = KeyText.of(changed(key, after));
                    if (keys.add(changed)) {
                        open.add(changed);
                    }
                }
            });
        }
        return keys;
    }

    private List<JsonNode> changed(List<JsonNode> key, JsonNode after) {
        List<JsonNode> changed = new ArrayList<>(key);
        for (int place = 0; place < columns.size(); place++) {
            JsonNode value = after.get(columns.get(place));
            if (value != null) {
                changed.set(place, value);
            }
        }
        return changed;
    }

    /** Of a text, what is left without case, accents and blanks at the end: a reference may write its key otherwise. */
    private static String compared(JsonNode value) {
        String bare = MARKS.matcher(Normalizer.normalize(value.asText(), Normalizer.Form.NFKD))
                .replaceAll("");
        return bare.toUpperCase(Locale.ROOT).stripTrailing();
    }
}
