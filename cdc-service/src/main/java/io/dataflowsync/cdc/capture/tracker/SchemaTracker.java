package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.BinlogScout.Scouted;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.SourceDescriber.Described;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.Definitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.UnreadableStatementException;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.TableName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the definitions of the source's tables along its binlog, statement by statement, and proves each before a row is decoded with
 * it.
 *
 * <p>A statement is read by a reader of our own. Where no later statement of the binlog changes the table, the server's own description
 * is the proof, and is taken where the two differ. Where later statements do, the reader must come out at the server's description at
 * their end; else the engine's parser must read the one statement as our reader does. What is proven by none of these stops.
 *
 * <p>Thread-safe: the thread that reads the binlog follows; the one that makes events asks for positions ahead of a snapshot of single
 * tables.
 */
public final class SchemaTracker {
    private static final Logger LOG = Logger.getLogger(SchemaTracker.class);

    private final Predicate<String> capturesSchema;
    private final DefinitionHistory history;
    private final SourceDescriber describer;
    private final LookAhead ahead;
    private final Prover prover;

    private @Nullable DefinitionReader reader;
    private @Nullable Definitions state;
    /** Where {@code state} holds. */
    private @Nullable BinlogPosition reached;
    /** Whether statements may lie between {@code reached} and where the stream begins. */
    private boolean aheadOfStream;

    /**
     * @param capturesSchema whether tables of a schema may be captured
     * @param accepted whether somebody has said that what cannot be proven at a position is to be taken as it is
     */
    SchemaTracker(
            Predicate<String> capturesSchema,
            DefinitionHistory history,
            SourceDescriber describer,
            LookAhead ahead,
            Predicate<BinlogPosition> accepted) {
        this.capturesSchema = capturesSchema;
        this.history = history;
        this.describer = describer;
        this.ahead = ahead;
        this.prover = new Prover(describer, ahead, accepted);
    }

    /**
     * The tracker of a pipeline.
     *
     * @param accepted whether somebody has said that what cannot be proven at a position is to be taken as it is
     * @param alive is told again and again that reading ahead goes on
     */
    public static SchemaTracker of(
            SourceConfig source, DefinitionHistory history, Predicate<BinlogPosition> accepted, Runnable alive) {
        return new SchemaTracker(
                source.schemas()::contains,
                history,
                new ServerDescriber(source),
                new LookAhead(new BinlogScout(source), alive),
                accepted);
    }

    /** Every version that is known. */
    public DefinitionHistory history() {
        return history;
    }

    /**
     * Begins with the tables as the server has them now; the stream or a snapshot begins at or behind this.
     *
     * @return the position from which they hold
     */
    public synchronized BinlogPosition beginNow() throws SQLException, IOException {
        Described now = prover.describe();
        state = now.definitions();
        reached = now.after();
        aheadOfStream = true;
        now.definitions().tables().values().forEach(table -> history.add(version(table, now.after())));
        return now.after();
    }

    private static Version version(SourceTable table, BinlogPosition since) {
        return new Version(table.name(), since, Optional.of(TrackedTable.first(table, since.toString())));
    }

    /**
     * The stream goes on here, at its next event. What the history knows holds; between a beginning and the stream, statements are caught
     * up with, or, where the stream begins earlier, tables that they have not changed were what they are.
     */
    public synchronized void streamFrom(BinlogPosition place) throws SQLException, IOException {
        BinlogPosition at = reached;
        if (at != null && aheadOfStream && at.compareTo(place) <= 0) {
            catchUp(place);
        } else {
            if (at != null && aheadOfStream) {
                beginEarlier(place, at);
            }
            state = known(place);
        }
        reached = place;
        aheadOfStream = false;
    }

    private void beginEarlier(BinlogPosition place, BinlogPosition now) throws SQLException, IOException {
        Set<TableName> changed = prover.changed(reader(), Definitions.none(), ahead.between(place, now));
        for (TrackedTable table : history.tablesAt(now)) {
            if (changed.contains(table.name())) {
                LOG.warnf(
                        "What %s was at %s is not known: a later statement has changed it, before the server was asked",
                        table.name(), place);
            } else {
                history.add(version(table.table(), place));
            }
        }
    }

    /** Follows the binlog up to a position ahead of the stream, at which a snapshot has read rows. */
    public synchronized void catchUp(BinlogPosition place) throws SQLException, IOException {
        BinlogPosition from = Objects.requireNonNull(reached, "the tracker has not begun");
        for (Scouted statement : ahead.between(from, place)) {
            follow(statement.place(), statement.end(), statement.sql(), statement.session());
        }
        if (from.compareTo(place) < 0) {
            reached = place;
        }
    }

    private Definitions known(BinlogPosition place) throws SQLException, IOException {
        return Definitions.of(
                history.tablesAt(place).stream().map(TrackedTable::table).toList(),
                prover.lastDescribed().definitions().collationBySchema());
    }

    /**
     * Follows a statement of the binlog.
     *
     * @param place where it begins
     * @param end where it ends
     * @return what it did to tables of the captured schemas; empty where it did nothing to any
     * @throws UnprovenException where nothing proves what it did
     */
    public synchronized Optional<Followed> follow(
            BinlogPosition place, BinlogPosition end, String sql, StatementSession session)
            throws SQLException, IOException {
        Definitions before = Objects.requireNonNull(state, "the tracker has not begun");
        Attempt attempt = attempt(before, sql, session);
        Set<TableName> concerned = attempt.concerned(capturesSchema, before);
        if (concerned.isEmpty()) {
            state = attempt.reading().map(Reading::after).orElse(before);
            return Optional.empty();
        }
        List<Version> made = history.madeAt(place);
        if (made.isEmpty()) {
            Definitions after = prover.prove(reader(), before, attempt, concerned, place, end);
            made = new NextVersions(history, place).of(before, after, attempt.effects());
            made.forEach(history::add);
            state = after;
        } else {
            state = replaced(attempt.reading().map(Reading::after).orElse(before), made);
        }
        reached = end;
        LOG.infof("At %s the source ran %s: %d definitions are new", place, sql, made.size());
        return Optional.of(new Followed(place, sql, session, attempt.effects(), made));
    }

    private static Definitions replaced(Definitions definitions, List<Version> made) {
        Definitions replaced = definitions;
        for (Version version : made) {
            replaced = version.table()
                    .map(TrackedTable::table)
                    .map(replaced::with)
                    .orElse(replaced.without(version.name()));
        }
        return replaced;
    }

    private Attempt attempt(Definitions before, String sql, StatementSession session) throws SQLException {
        try {
            return new Attempt(sql, session, Optional.of(reader().read(before, sql, session)), "", List.of());
        } catch (UnreadableStatementException e) {
            return new Attempt(sql, session, Optional.empty(), String.valueOf(e.getMessage()), e.tables());
        }
    }

    private DefinitionReader reader() throws SQLException {
        DefinitionReader known = reader;
        if (known == null) {
            known = new DefinitionReader(describer.server());
            reader = known;
        }
        return known;
    }

    /**
     * What our reader made of a statement.
     *
     * @param reading empty where it cannot read it
     * @param why it cannot
     * @param named the tables that an unreadable statement names
     */
    record Attempt(String sql, StatementSession session, Optional<Reading> reading, String why, List<TableName> named) {

        List<TableEffect> effects() {
            return reading.map(Reading::effects).orElse(List.of());
        }

        /** The tables of captured schemas that it is about; of one that names none that we could read, it may be any. */
        Set<TableName> concerned(Predicate<String> capturesSchema, Definitions before) {
            boolean any = reading.isEmpty() && named.isEmpty();
            Set<TableName> tables = new TreeSet<>(any ? before.tables().keySet() : named);
            effects().forEach(effect -> {
                tables.add(effect.table());
                Optional.ofNullable(effect.from()).ifPresent(tables::add);
            });
            tables.removeIf(table -> !capturesSchema.test(table.schema()));
            return tables;
        }
    }
}
