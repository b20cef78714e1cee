package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.UnreadableStatementException;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our reader made of a statement.
 *
 * @param canonical the statement in its canonical form; null where its words are not known
 * @param reading empty where it cannot read it
 * @param why it cannot
 * @param named the tables that an unreadable statement names
 * @param effects what it did to tables, in order; of an unreadable one, what is certain of that
 */
record Attempt(
        String sql,
        @Nullable String canonical,
        StatementSession session,
        Optional<Reading> reading,
        String why,
        List<TableName> named,
        List<TableEffect> effects) {

    /** Reads a statement. */
    static Attempt of(DefinitionReader reader, KnownDefinitions before, String sql, StatementSession session) {
        try {
            Reading reading = reader.read(before, sql, session);
            return new Attempt(
                    sql, reading.canonical(), session, Optional.of(reading), "", List.of(), reading.effects());
        } catch (UnreadableStatementException e) {
            String why = String.valueOf(e.getMessage());
            return new Attempt(sql, e.canonical(), session, Optional.empty(), why, e.tables(), e.effects());
        } catch (RuntimeException e) {
            return new Attempt(sql, null, session, Optional.empty(), "the reader fails: " + e, List.of(), List.of());
        }
    }

    /** The definitions behind it; those before it where it cannot be read. */
    KnownDefinitions after(KnownDefinitions before) {
        return reading.map(Reading::after).orElse(before);
    }

    /** The same; where a table became another one than was read, nobody knows what the statement is in other words. */
    Attempt heldAgainst(List<Version> made) {
        boolean isRead = reading.isEmpty()
                || made.stream()
                        .allMatch(version -> Prover.same(
                                reading.get().after().table(version.name()),
                                version.table().map(TrackedTable::table)));
        return isRead ? this : new Attempt(sql, SchemaChange.UNCERTAIN, session, reading, why, named, effects);
    }

    /** The tables of captured schemas that it is about; of one that names none that we could read, it may be any. */
    Set<TableName> concerned(Predicate<String> capturesSchema, KnownDefinitions before) {
        boolean any = reading.isEmpty() && named.isEmpty();
        Set<TableName> tables = new TreeSet<>(any ? before.tables().keySet() : named);
        effects().forEach(effect -> {
            tables.add(effect.table());
            Optional.ofNullable(effect.from()).ifPresent(tables::add);
        });
        if (reading.isEmpty()) {
            effects.stream()
                    .map(TableEffect::from)
                    .flatMap(from -> children(from, before))
                    .forEach(tables::add);
        }
        tables.removeIf(table -> !capturesSchema.test(table.schema()));
        return tables;
    }

    /** It is not certain what became of the references of these, either. */
    private static Stream<TableName> children(@Nullable TableName renamed, KnownDefinitions before) {
        return before.tables().values().stream()
                .filter(table -> table.foreignKeys().stream()
                        .anyMatch(key -> key.parent().equals(renamed)))
                .map(SourceTable::name);
    }
}
