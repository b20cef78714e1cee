package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement's effect on the tables is not certain. */
public final class UnreadableStatementException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<TableName> tables;

    private final @Nullable String canonical;

    private final transient List<TableEffect> effects;

    UnreadableStatementException(
            String reason, List<TableName> tables, @Nullable String canonical, List<TableEffect> effects) {
        super(reason);
        this.tables = List.copyOf(tables);
        this.canonical = canonical;
        this.effects = List.copyOf(effects);
    }

    /** The effects that are certain: that a table got another name, although its other changes are not known. */
    public List<TableEffect> effects() {
        return effects;
    }

    /** The statement in its canonical form, as far as its words are known; null if not even they are known. */
    public @Nullable String canonical() {
        return canonical;
    }

    /** The tables that the statement is about, as far as it was read; empty if not even that is known. */
    public List<TableName> tables() {
        return tables;
    }
}
