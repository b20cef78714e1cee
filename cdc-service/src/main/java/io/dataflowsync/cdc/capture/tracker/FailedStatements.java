package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.BinlogScout.Scouted;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.FailedDrop.Fate;
import io.dataflowsync.cdc.capture.tracker.SourceDescriber.Described;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Finds what a failed statement did: the source has logged it with its error because it did a part of it. */
final class FailedStatements {
    private static final Logger LOG = Logger.getLogger(FailedStatements.class);

    private final Prover prover;
    private final LookAhead ahead;
    private final Predicate<String> capturesSchema;
    private final Function<BinlogPosition, Optional<Acceptance>> accepted;

    FailedStatements(
            Prover prover,
            LookAhead ahead,
            Predicate<String> capturesSchema,
            Function<BinlogPosition, Optional<Acceptance>> accepted) {
        this.prover = prover;
        this.ahead = ahead;
        this.capturesSchema = capturesSchema;
        this.accepted = accepted;
    }

    /**
     * The statement that did the same and did not fail; empty if no captured table was changed.
     *
     * @param made the versions that the statement made when it was followed before; empty if it was not
     * @throws UnprovenException if it is not certain what was done
     */
    Optional<Scouted> done(DefinitionReader reader, Scouted statement, KnownDefinitions before, List<Version> made)
            throws SQLException, IOException {
        Attempt attempt = Attempt.of(reader, before, statement.sql(), statement.session());
        Set<TableName> concerned = attempt.concerned(capturesSchema, before);
        if (concerned.isEmpty()) {
            return Optional.of(statement);
        }
        if (attempt.reading().filter(FailedDrop::isDrop).isPresent()) {
            return dropped(reader, statement, before, attempt.reading().get(), made);
        }
        if (made.isEmpty() && accepted.apply(statement.place()).isEmpty()) {
            throw new UnprovenException(
                    failed(statement)
                            + ": the binlog does not show how much of it the source did before that; a skip takes all of it as done");
        }
        return Optional.of(statement);
    }

    private Optional<Scouted> dropped(
            DefinitionReader reader, Scouted statement, KnownDefinitions before, Reading reading, List<Version> made)
            throws SQLException, IOException {
        List<TableName> named = reading.effects().stream()
                .map(TableEffect::table)
                .filter(table -> capturesSchema.test(table.schema()))
                .toList();
        Described now = prover.describe();
        FailedDrop drop =
                new FailedDrop(reader, statement, ahead.between(statement.end(), now.before()), now.definitions());
        KnownDefinitions left = before;
        List<TableName> gone = new ArrayList<>();
        for (TableName table : named) {
            boolean there = before.table(table).isPresent();
            if (there && isGone(table, made, drop.fate(table, left, named), reader, statement, left)) {
                gone.add(table);
                left = left.without(table);
            }
        }
        LOG.warnf("At %s: %s: it dropped %s of %s", statement.place(), failed(statement), gone, named);
        return gone.isEmpty() ? Optional.empty() : Optional.of(statement.succeeding(drop(gone)));
    }

    private boolean isGone(
            TableName table,
            List<Version> made,
            Fate fate,
            DefinitionReader reader,
            Scouted statement,
            KnownDefinitions before) {
        if (!made.isEmpty()) {
            return made.stream()
                    .anyMatch(version ->
                            version.name().equals(table) && version.table().isEmpty());
        }
        if (fate != Fate.UNCERTAIN) {
            return fate == Fate.GONE;
        }
        Acceptance acceptance = accepted.apply(statement.place())
                .orElseThrow(() -> new UnprovenException(failed(statement) + ": whether " + table
                        + " is gone is not shown by any later statement; a skip with the definition of " + table
                        + " takes it as still there, a skip without as dropped"));
        return Provided.into(reader, before.without(table), acceptance, statement.session())
                .table(table)
                .isEmpty();
    }

    private static String failed(Scouted statement) {
        return "the statement failed at the source with error " + statement.error();
    }

    private static String drop(List<TableName> tables) {
        return tables.stream().map(Identifiers::quoted).collect(Collectors.joining(", ", "DROP TABLE ", ""));
    }
}
