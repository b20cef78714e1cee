package io.dataflowsync.dpu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflowsync.contract.table.ColumnDefinition;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that rows of a table without new keys may have on the target: those that were written there, and what the target has made of
 * them by ON UPDATE CASCADE. Nothing says which row had a key at which time, so there may be keys among them that no row ever had.
 */
final class WrittenKeys {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> columns;
    /** By the places in the key that they ask for. */
    private final Map<List<Integer>, Changes> changes = new HashMap<>();

    /** @param byValues by the values that the places had; null for those that collations may take for others */
    private record Changes(Map<@Nullable List<String>, List<JsonNode>> byValues) {
        /** What may have changed a key with such values; null where it may be any. */
        Stream<JsonNode> of(@Nullable List<String> values) {
            return values == null
                    ? byValues.values().stream().flatMap(List::stream)
                    : Stream.of(values, (List<String>) null)
                            .flatMap(had -> byValues.getOrDefault(had, List.of()).stream());
        }
    }

    private WrittenKeys(List<String> columns, List<CascadedChange> cascaded) {
        this.columns = columns;
        for (CascadedChange change : cascaded) {
            JsonNode before = LoggedKey.some(change.before());
            List<Integer> asked = IntStream.range(0, columns.size())
                    .filter(place -> before.has(columns.get(place)))
                    .boxed()
                    .toList();
            List<JsonNode> values =
                    asked.stream().map(place -> before.get(columns.get(place))).toList();
            changes.computeIfAbsent(asked, places -> new Changes(new HashMap<>()))
                    .byValues()
                    .computeIfAbsent(compared(values), had -> new ArrayList<>())
                    .add(LoggedKey.some(change.after()));
        }
    }

    /** The keys of a table, as the log has them; where no cascade has changed any, without those whose row was deleted. */
    static Set<String> of(AppliedRows log, TableContext room) throws SQLException {
        List<CascadedChange> cascaded = log.cascaded(room.plan().target().name().table());
        if (cascaded.isEmpty()) {
            return new LinkedHashSet<>(log.presentKeysOf(room.plan().source()));
        }
        List<String> columns =
                room.keyColumns().stream().map(ColumnDefinition::name).toList();
        return of(columns, log.keysOf(room.plan().source()), cascaded);
    }

    static Set<String> of(List<String> columns, List<String> written, List<CascadedChange> cascaded) {
        return new WrittenKeys(columns, cascaded).followed(written);
    }

    private Set<String> followed(List<String> written) {
        Set<String> keys = new LinkedHashSet<>(written);
        Deque<String> open = new ArrayDeque<>(written);
        while (!open.isEmpty()) {
            List<JsonNode> key = LoggedKey.elements(open.remove(), columns.size());
            changes.forEach((asked, made) -> {
                List<JsonNode> values = asked.stream().map(key::get).toList();
                made.of(compared(values))
                        .map(after -> LoggedKey.of(changed(key, after)))
                        .forEach(changed -> {
                            if (keys.add(changed)) {
                                open.add(changed);
                            }
                        });
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

    /**
     * What is left of values without case, accents and blanks at the end: a reference may write its key otherwise. Null where one has
     * Latin letters beyond ASCII, which are two letters in some collations, and other ones in some.
     */
    private static @Nullable List<String> compared(List<JsonNode> values) {
        List<String> compared = new ArrayList<>();
        for (JsonNode value : values) {
            if (value.asText().codePoints().anyMatch(WrittenKeys::isOtherLatin)) {
                return null;
            }
            String bare = MARKS.matcher(Normalizer.normalize(value.asText(), Normalizer.Form.NFKD))
                    .replaceAll("");
            compared.add(bare.toUpperCase(Locale.ROOT).stripTrailing());
        }
        return compared;
    }

    private static boolean isOtherLatin(int letter) {
        return letter >= 128 && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
