package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changed tables of the captured schemas, or such a schema itself.
 *
 * @param place the place in the binlog where it begins
 * @param sql the statement as the source's client wrote it
 * @param canonical the same in its canonical form; null if some of its words are unknown
 * @param effects the effects that our reader found, in order; if it cannot read the statement, those that are certain
 * @param made the versions that it made: of the tables that it changed, and of those that refer to one whose key or name it changed
 * @param schema the captured schema that it created, dropped or gave another default character set, if it changed no table
 */
public record Followed(
        BinlogPosition place,
        String sql,
        @Nullable String canonical,
        StatementSession session,
        List<TableEffect> effects,
        List<Version> made,
        Optional<String> schema) {

    static Followed ofTables(BinlogPosition place, Attempt attempt, StatementSession session, List<Version> made) {
        return new Followed(
                place, attempt.sql(), attempt.canonical(), session, attempt.effects(), made, Optional.empty());
    }

    static Followed ofSchema(BinlogPosition place, Attempt attempt, String schema) {
        return new Followed(
                place,
                attempt.sql(),
                attempt.canonical(),
                attempt.session(),
                List.of(),
                List.of(),
                Optional.of(schema));
    }

    /** The tables that it is about. The renamed ones come first, under their new names. */
    public Set<TableName> tables() {
        Set<TableName> tables = new LinkedHashSet<>();
        effects.forEach(effect -> tables.add(effect.table()));
        effects.stream().map(TableEffect::from).filter(from -> from != null).forEach(tables::add);
        if (effects.isEmpty()) {
            made.forEach(version -> tables.add(version.name()));
        }
        return tables;
    }

    /** The statement that the engine gets in its place. */
    public String forEngine() {
        if (schema.isPresent()) {
            return EngineStatement.ofSchema(schema.get());
        }
        boolean truncates = effects.stream().anyMatch(effect -> effect.kind() == TableEffect.Kind.TRUNCATED);
        if (truncates) {
            return EngineStatement.truncate(effects.get(0).table());
        }
        return made.isEmpty() ? EngineStatement.PASSED : EngineStatement.of(made);
    }
}
