package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Builds the SQL conditions that find rows of the target in which a text would lose letters by a change of the character set. */
final class LostLetters {
    private static final String LARGEST = "utf8mb4";
    private static final Set<String> THREE_BYTES = Set.of("utf8", "utf8mb3");

    private final TableName table;
    private final ColumnDefinition target;
    private final String name;

    /** @param target the target's text column, before the statement */
    LostLetters(TableName table, ColumnDefinition target) {
        this.table = table;
        this.target = target;
        this.name = Identifiers.quoted(target.name());
    }

    /** Whether the character set contains each letter that the column can hold. */
    boolean haveNoneIn(String charset) {
        return charset.isEmpty()
                || charset.equals("binary")
                || charset.equals(LARGEST)
                || charset.equals(target.charset())
                || THREE_BYTES.contains(charset) && THREE_BYTES.contains(target.charset());
    }

    String in(String charset) {
        return "NOT (BINARY " + name + " <=> BINARY CONVERT(CONVERT(" + name + " USING " + charset + ") USING "
                + target.charset() + "))";
    }

    /**
     * The condition if a definition names no character set, so that the column gets that of the target's table.
     *
     * <p>It is only known whether that character set has all letters, or is the source's. If it is neither, all letters beyond ASCII count
     * as lost.
     *
     * @param source the character set that the source's column has after the statement
     * @param changed whether the source has also lost the letters that its character set lacks
     */
    String inThatOfTable(String source, boolean changed) {
        Set<String> known = new TreeSet<>(List.of(LARGEST, target.charset(), source));
        if (known.stream().anyMatch(THREE_BYTES::contains)) {
            known.addAll(THREE_BYTES);
        }
        String list = known.stream().map(set -> "'" + set + "'").collect(Collectors.joining(", "));
        String lost = tableHas("NOT IN (" + list + ")") + " AND LENGTH(CONVERT(" + name
                + " USING utf8mb4)) > CHAR_LENGTH(" + name + ")";
        return changed || haveNoneIn(source)
                ? lost
                : lost + " OR " + tableHas("= '" + source + "'") + " AND " + in(source);
    }

    private String tableHas(String charset) {
        return "EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = " + text(table.schema())
                + " AND TABLE_NAME = " + text(table.table()) + " AND SUBSTRING_INDEX(TABLE_COLLATION, '_', 1) "
                + charset + ")";
    }

    private static String text(String name) {
        return "_utf8mb4 X'" + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)) + "'";
    }
}
