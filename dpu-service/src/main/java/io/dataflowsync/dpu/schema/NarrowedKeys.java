package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.Identity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds columns of keys to which an ALTER TABLE gives a type that may not hold the target's keys.
 *
 * <p>The old keys of the source fit into it, but the new keys may not. In a session that is not strict, the target would cut them off without
 * an error.
 */
final class NarrowedKeys {
    private static final List<String> BY_SIZE = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    /** The digits of the largest key. */
    private static final int DIGITS = 20;

    private static final Pattern LENGTH = Pattern.compile("(?:var)?char\\((\\d+)\\).*", Pattern.CASE_INSENSITIVE);

    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> definition;
    private final Optional<TableDefinition> target;

    /**
     * @param definition the source's table after the statement
     * @param target the target's table before it
     */
    NarrowedKeys(
            TargetIdentifiers names,
            TableName table,
            Optional<TableDefinition> definition,
            Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.definition = definition;
        this.target = target;
    }

    /**
     * Whether the target's column must stay as it is, because it would become a smaller integer.
     *
     * @param column the name in the source, after the statement
     * @param name the name on the target, before the statement
     */
    boolean has(String column, String name) {
        ColumnDefinition after = after(column).orElse(null);
        ColumnDefinition there = there(name).orElse(null);
        return after != null
                && there != null
                && there.isInteger()
                && isLarger(there, after)
                && (isNewKey(after) || refersToLarger(after));
    }

    /** The least length that a text needs on the target, if the source's text is shorter; 0 if the source's length is enough. */
    int length(String column, String name) {
        ColumnDefinition after = after(column).orElse(null);
        ColumnDefinition there = there(name).orElse(null);
        if (after == null || there == null || !hasOtherKeys(after)) {
            return 0;
        }
        int wanted = there.isInteger() ? DIGITS : Math.min(length(there), DIGITS);
        return length(after) > 0 && length(after) < wanted ? wanted : 0;
    }

    /**
     * Refuses a type that cannot hold the keys: a type that is neither an integer nor a text, or an integer that is too small for the keys of
     * a text.
     *
     * @throws RefusedException if the column gets such a type
     */
    void require(String column, String name) {
        ColumnDefinition after = after(column).orElse(null);
        ColumnDefinition there = there(name).orElse(null);
        if (after == null || there == null || !hasOtherKeys(after)) {
            return;
        }
        boolean isOther = there.isInteger() && !after.isInteger() && !isText(after);
        if (isOther || isText(there) && after.isInteger() && refersToLarger(after)) {
            throw new RefusedException("the keys that " + name + " of " + table + " has on the target may not fit into "
                    + after.type() + ": give it there by hand a type that they fit into");
        }
    }

    private Optional<ColumnDefinition> after(String column) {
        return definition.flatMap(found -> found.column(names.onTopic(table, column)));
    }

    private Optional<ColumnDefinition> there(String name) {
        return target.flatMap(found -> found.column(name));
    }

    private static boolean isText(ColumnDefinition column) {
        return column.baseType().endsWith("char") || column.baseType().endsWith("text");
    }

    /** The length of a CHAR or VARCHAR; 0 for another type. */
    private static int length(ColumnDefinition column) {
        Matcher length = LENGTH.matcher(column.type());
        return length.matches() ? Integer.parseInt(length.group(1)) : 0;
    }

    private boolean hasOtherKeys(ColumnDefinition column) {
        return isNewKey(column)
                || parents(column)
                        .anyMatch(parent ->
                                onTarget(parent).filter(key -> !key.isInteger()).isEmpty());
    }

    private boolean isNewKey(ColumnDefinition column) {
        return hasNewKeys(table)
                && definition
                        .filter(after -> after.primaryKey().equals(List.of(column.name())) && hasIntegerKey())
                        .isPresent();
    }

    /** Whether the target's key is an integer; another key stays as it is. */
    private boolean hasIntegerKey() {
        return target.filter(TableDefinition::hasIntegerKey).isPresent();
    }

    /** Whether the column has the new keys of a table whose key column on the target is larger, or is not known. */
    private boolean refersToLarger(ColumnDefinition column) {
        return parents(column)
                .anyMatch(parent ->
                        onTarget(parent).filter(key -> !isLarger(key, column)).isEmpty());
    }

    /** The tables that a column refers to and whose keys on the target are not the source's. */
    private Stream<Parent> parents(ColumnDefinition column) {
        Stream<Parent> constrained = definition.stream()
                .flatMap(after -> after.foreignKeys().stream())
                .flatMap(key -> IntStream.range(0, key.columns().size())
                        .filter(i -> isOnTopic(key.columns().get(i), column))
                        .mapToObj(i ->
                                new Parent(key.parent(), key.parentColumns().get(i))));
        Stream<Parent> declared = names.config(table).references().entrySet().stream()
                .filter(reference -> isOnTopic(reference.getKey(), column))
                .flatMap(reference -> reference.getValue().parents().stream())
                .map(parent -> new Parent(TableName.named(parent, table.schema()), ""));
        return Stream.concat(constrained, declared).filter(parent -> hasNewKeys(parent.table()));
    }

    /** Whether a name means the column; the pipeline file may write it in another case than the table. */
    private boolean isOnTopic(String inSource, ColumnDefinition column) {
        return names.onTopic(table, inSource).equalsIgnoreCase(column.name());
    }

    /** @param column the name in the source; empty for the column of the primary key */
    private record Parent(TableName table, String column) {}

    private Optional<ColumnDefinition> onTarget(Parent parent) {
        return names.target(parent.table()).flatMap(table -> {
            List<String> key = table.primaryKey();
            if (!parent.column().isEmpty()) {
                return table.column(names.column(parent.table(), parent.column()));
            }
            return key.size() == 1 ? table.column(key.get(0)) : Optional.empty();
        });
    }

    private boolean hasNewKeys(TableName other) {
        return !(names.identity(other) instanceof Identity.Keep);
    }

    private static boolean isLarger(ColumnDefinition one, ColumnDefinition other) {
        int size = BY_SIZE.indexOf(one.baseType());
        int otherSize = BY_SIZE.indexOf(other.baseType());
        return otherSize >= 0 && (size > otherSize || size == otherSize && isUnsigned(one) && !isUnsigned(other));
    }

    private static boolean isUnsigned(ColumnDefinition column) {
        return column.type().contains("unsigned");
    }
}
