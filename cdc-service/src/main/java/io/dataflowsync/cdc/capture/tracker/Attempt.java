package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.UnreadableStatementException;
import io.dataflowsync.contract.event.DdlStatement;
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
 * The result of our reader for a statement.
 *
 * @param canonical the statement in its canonical form; null if some of its words are unknown
 * @param reading the reading; empty if the statement cannot be read
 * @param why the reason why it cannot be read
 * @param named the tables that an unreadable statement names
 * @param effects the effects on tables, in order; for an unreadable statement, those that are certain
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

    /** The definitions after it; those before it if it cannot be read. */
    KnownDefinitions after(KnownDefinitions before) {
        return reading.map(Reading::after).orElse(before);
    }

    /** The same. If the proof made another table than the reading, the canonical form of the statement is not known. */
    Attempt comparedWith(List<Version> made) {
        boolean isRead = reading.isEmpty()
                || made.stream()
                        .allMatch(version -> Prover.same(
                                reading.get().after().table(version.name()),
                                version.table().map(TrackedTable::table)));
        return isRead ? this : new Attempt(sql, DdlStatement.UNCERTAIN, session, reading, why, named, effects);
    }

    /** The tables of captured schemas that it is about. A statement in which no name could be read may be about any of them. */
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

    /** The tables that refer to a renamed one: the state of their references is not certain, either. */
    private static Stream<TableName> children(@Nullable TableName renamed, KnownDefinitions before) {
        return before.tables().values().stream()
                .filter(table -> table.foreignKeys().stream()
                        .anyMatch(key -> key.parent().equals(renamed)))
                .map(SourceTable::name);
    }
}
