package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.cdc.definition.UnreadableStatementException;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.TableName;
import java.util.List;

/** The definition of a table that an operator gave with a skip. */
final class Provided {
    private Provided() {}

    /**
     * These tables, with the given one in place of the one of the same name.
     *
     * @param session the session of the statement that is passed: its schema holds for a table that names none
     * @throws UnprovenException if the definition is no CREATE TABLE that can be read
     */
    static KnownDefinitions into(
            DefinitionReader reader, KnownDefinitions tables, Acceptance acceptance, StatementSession session) {
        if (acceptance.definition().isEmpty()) {
            return tables;
        }
        StatementSession plain = StatementSession.unknown(session.schema());
        try {
            TableName name = created(reader.read(
                    KnownDefinitions.of(List.of(), tables.collationBySchema()), acceptance.definition(), plain));
            return reader.read(tables.without(name), acceptance.definition(), plain)
                    .after();
        } catch (UnreadableStatementException e) {
            throw new UnprovenException("the definition that came with the skip cannot be read: " + e.getMessage());
        }
    }

    private static TableName created(Reading reading) {
        boolean creates =
                reading.effects().size() == 1 && reading.effects().get(0).kind() == Kind.CREATED;
        TableEffect effect = creates ? reading.effects().get(0) : null;
        if (effect == null || reading.after().table(effect.table()).isEmpty()) {
            throw new UnprovenException(
                    "the definition that came with the skip is no CREATE TABLE of a captured schema");
        }
        return effect.table();
    }
}
