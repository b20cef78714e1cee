package io.dataflowsync.dpu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.dpu.relationship.RelationshipChange.Cascaded;
import io.dataflowsync.dpu.relationship.Relationships;
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
 * Finds the keys that rows of a table without new keys may have on the target: keys that were written there, and keys that ON UPDATE
 * CASCADE has made of them.
 *
 * <p>The log does not say which row had a key at which time. So the result may contain keys that no row ever had.
 */
final class WrittenKeys {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> columns;
    /** The changes, by the places in the key on which they depend. */
    private final Map<List<Integer>, Changes> changes = new HashMap<>();

    /** @param byValues the changes by the values at these places; null for values that a collation may take for others */
    private record Changes(Map<@Nullable List<String>, List<JsonNode>> byValues) {
        /** Returns the changes that may have applied to a key with these values; null stands for any values. */
        Stream<JsonNode> of(@Nullable List<String> values) {
            return values == null
                    ? byValues.values().stream().flatMap(List::stream)
                    : Stream.of(values, (List<String>) null)
                            .flatMap(had -> byValues.getOrDefault(had, List.of()).stream());
        }
    }

    private WrittenKeys(List<String> columns, List<Cascaded> cascaded) {
        this.columns = columns;
        for (Cascaded change : cascaded) {
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

    /** Returns the keys of a table, as the log has them. If no cascade has changed any, the keys of deleted rows are left out. */
    static Set<String> of(RowsOnTarget rows, Relationships relationships, TableContext context) throws SQLException {
        List<Cascaded> cascaded =
                relationships.cascaded(context.plan().target().name().table());
        if (cascaded.isEmpty()) {
            return new LinkedHashSet<>(rows.presentKeysOf(context.plan().source()));
        }
        List<String> columns =
                context.keyColumns().stream().map(ColumnDefinition::name).toList();
        return of(columns, rows.keysOf(context.plan().source()), cascaded);
    }

    static Set<String> of(List<String> columns, List<String> written, List<Cascaded> cascaded) {
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
     * Returns the values without case, accents and blanks at the end, since a reference may write its key otherwise.
     *
     * <p>Null if a value has Latin letters beyond ASCII: in some collations these are two letters, in others other letters.
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
