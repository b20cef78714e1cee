package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.BinlogScout.Scouted;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.SourceDescriber.Described;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the definitions of the source's tables along its binlog, statement by statement, and proves each definition before a row is
 * decoded with it. Thread-safe.
 *
 * <p>A reader of our own reads each statement. If no later statement of the binlog changes the table, the server's own description is the
 * proof, and is used if the two differ. If later statements change it, the reader must arrive at the server's description at their
 * end; otherwise the engine's parser must read this one statement as our reader does. At a statement that none of these proves, capture
 * stops.
 *
 * <p>The thread that reads the binlog follows the statements. The thread that makes events asks for positions ahead of a snapshot of
 * single tables.
 */
public final class SchemaTracker {
    private static final Logger LOG = Logger.getLogger(SchemaTracker.class);

    private final Predicate<String> capturesSchema;
    private final Function<BinlogPosition, Optional<Acceptance>> accepted;
    private final DefinitionHistory history;
    private final SourceDescriber describer;
    private final LookAhead ahead;
    private final Prover prover;
    private final FailedStatements failed;
    private final SessionZones zones;

    private @Nullable DefinitionReader reader;
    private @Nullable KnownDefinitions state;
    /** The position at which {@code state} holds. */
    private @Nullable BinlogPosition reached;
    /** The position at which the tables were last described; null before the first time. */
    private volatile @Nullable BinlogPosition begun;
    /** Whether the schemas' character sets are the present ones, although a statement in between may have changed them. */
    private boolean schemasOfNow;
    /** Whether there may be statements between {@code reached} and the beginning of the stream. */
    private boolean aheadOfStream;

    /**
     * @param capturesSchema whether tables of a schema may be captured
     * @param accepted an operator's decision about a statement that cannot be proved, by its position; empty if there is none
     */
    SchemaTracker(
            Predicate<String> capturesSchema,
            DefinitionHistory history,
            SourceDescriber describer,
            LookAhead ahead,
            Function<BinlogPosition, Optional<Acceptance>> accepted) {
        this.capturesSchema = capturesSchema;
        this.history = history;
        this.describer = describer;
        this.ahead = ahead;
        this.accepted = accepted;
        this.zones = new SessionZones(describer, accepted);
        this.prover = new Prover(describer, ahead, capturesSchema, accepted);
        this.failed = new FailedStatements(prover, ahead, capturesSchema, accepted);
    }

    /**
     * The tracker of a pipeline.
     *
     * @param accepted an operator's decision about a statement that cannot be proved, by its position; empty if there is none
     * @param alive is called repeatedly while reading ahead goes on
     */
    public static SchemaTracker of(
            SourceConfig source,
            DefinitionHistory history,
            Function<BinlogPosition, Optional<Acceptance>> accepted,
            Runnable alive) {
        return new SchemaTracker(
                source.schemas()::contains,
                history,
                new ServerDescriber(source),
                new LookAhead(new BinlogScout(source), alive),
                accepted);
    }

    /** All known versions. */
    public DefinitionHistory history() {
        return history;
    }

    /** The tables at the place of the stream. */
    public synchronized KnownDefinitions now() {
        return state == null ? KnownDefinitions.none() : state;
    }

    /**
     * Begins with the tables that the server has now. The stream or a snapshot begins at this position or after it.
     *
     * @return the position from which they hold
     */
    public synchronized BinlogPosition beginNow() throws SQLException, IOException {
        Described now = prover.describe();
        state = now.definitions();
        schemasOfNow = false;
        reached = now.after();
        begun = now.after();
        aheadOfStream = true;
        for (TrackedTable earlier : history.tablesAt(now.after())) {
            if (now.definitions().table(earlier.name()).isEmpty()) {
                history.add(new Version(earlier.name(), now.after(), Optional.empty()));
            }
        }
        now.definitions().tables().values().forEach(table -> history.add(version(table, now.after())));
        return now.after();
    }

    /** Whether a statement has changed tables between the last beginning and this position; false without a beginning. */
    public boolean hasChangedTo(BinlogPosition place) {
        BinlogPosition since = begun;
        return since != null && history.hasChanged(since, place);
    }

    private static Version version(SourceTable table, BinlogPosition since) {
        return new Version(table.name(), since, Optional.of(TrackedTable.first(table, since.toString())));
    }

    /**
     * Notes that the stream goes on here, at its next event.
     *
     * <p>Definitions in the history hold. If the stream begins later than the tracker, the statements in between are followed first. If
     * it begins earlier, a table that no statement in between has changed had its present definition there.
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
        Set<TableName> changed = prover.changed(reader(), KnownDefinitions.none(), ahead.between(place, now));
        for (TrackedTable table : history.tablesAt(now)) {
            if (changed.contains(table.name())) {
                LOG.warnf(
                        "The definition of %s at %s is not known: a later statement changed it before the server was asked",
                        table.name(), place);
            } else {
                history.add(version(table.table(), place));
            }
        }
    }

    /** The present end of the source's binlog. */
    public synchronized BinlogPosition sourceEnd() throws SQLException, IOException {
        return prover.describe().after();
    }

    /**
     * Follows the binlog up to a position ahead of the stream, at which a snapshot has read rows, and returns the statements in between.
     */
    public synchronized List<Followed> catchUp(BinlogPosition place) throws SQLException, IOException {
        BinlogPosition from = Objects.requireNonNull(reached, "the tracker has not begun");
        List<Followed> followed = new ArrayList<>();
        for (Scouted statement : ahead.between(from, place)) {
            follow(statement).ifPresent(followed::add);
        }
        if (from.compareTo(place) < 0) {
            reached = place;
        }
        return followed;
    }

    private KnownDefinitions known(BinlogPosition place) throws SQLException, IOException {
        schemasOfNow = true;
        return KnownDefinitions.of(
                history.tablesAt(place).stream().map(TrackedTable::table).toList(),
                prover.lastDescribed().definitions().collationBySchema());
    }

    /**
     * Follows a statement of the binlog.
     *
     * @param place the place where it begins
     * @param end the place where it ends
     * @param error the error with which it failed at the source; 0 if it did not fail
     * @return its effects on tables of the captured schemas; empty if it had none
     * @throws UnprovenException if nothing proves what it did
     */
    public synchronized Optional<Followed> follow(
            BinlogPosition place, BinlogPosition end, String sql, StatementSession session, int error)
            throws SQLException, IOException {
        return follow(new Scouted(place, end, sql, session, error));
    }

    private Optional<Followed> follow(Scouted statement) throws SQLException, IOException {
        if (statement.error() == 0) {
            return followDone(statement);
        }
        KnownDefinitions before = Objects.requireNonNull(state, "the tracker has not begun");
        Optional<Scouted> done = failed.done(reader(), statement, before, history.madeAt(statement.place()));
        return done.isPresent() ? followDone(done.get()) : Optional.empty();
    }

    private Optional<Followed> followDone(Scouted statement) throws SQLException, IOException {
        KnownDefinitions before = Objects.requireNonNull(state, "the tracker has not begun");
        BinlogPosition place = statement.place();
        StatementSession session = statement.session();
        Attempt attempt = Attempt.of(reader(), before, statement.sql(), session);
        Set<TableName> concerned = attempt.concerned(capturesSchema, before);
        List<Version> made = history.madeAt(place);
        boolean ofSchema = !attempt.after(before).collationBySchema().equals(before.collationBySchema());
        if (schemasOfNow && (ofSchema || !concerned.isEmpty() && made.isEmpty())) {
            before = prover.withSchemasOf(reader(), before, place);
            schemasOfNow = false;
            attempt = Attempt.of(reader(), before, statement.sql(), session);
        }
        if (concerned.isEmpty()) {
            KnownDefinitions after = attempt.after(before);
            if (made.isEmpty()) {
                followParents(before, after, attempt, place);
            }
            state = after;
            Optional<String> schema = changedSchema(before, after);
            return schema.isPresent() ? Optional.of(Followed.ofSchema(place, attempt, schema.get())) : Optional.empty();
        }
        StatementSession named = zones.named(session, place);
        if (made.isEmpty()) {
            KnownDefinitions after = proven(before, attempt, concerned, place, statement.end());
            made = new NextVersions(history, place).of(before, after, attempt.effects());
            made.forEach(history::add);
            state = after;
        } else {
            state = NextVersions.replaced(attempt.after(before), made);
        }
        reached = statement.end();
        LOG.infof("At %s the source ran %s: %d definitions are new", place, statement.sql(), made.size());
        return Optional.of(Followed.ofTables(place, attempt.comparedWith(made), named, made));
    }

    /** Follows new names and keys of tables in other schemas that captured tables refer to. */
    private void followParents(KnownDefinitions before, KnownDefinitions after, Attempt attempt, BinlogPosition place) {
        new NextVersions(history, place)
                .of(before, after, attempt.effects()).stream()
                        .filter(version -> capturesSchema.test(version.name().schema()))
                        .filter(version -> !before.table(version.name()).equals(after.table(version.name())))
                        .forEach(history::add);
    }

    /**
     * Checks a definition before it is accepted.
     *
     * @param schema the schema for a table that names none
     * @throws UnprovenException if it is no CREATE TABLE that can be read
     */
    public synchronized void requireReadable(String definition, String schema) throws SQLException, IOException {
        KnownDefinitions schemas = KnownDefinitions.of(
                List.of(), prover.lastDescribed().definitions().collationBySchema());
        Provided.into(reader(), schemas, new Acceptance(definition), StatementSession.unknown(schema));
    }

    private KnownDefinitions proven(
            KnownDefinitions before,
            Attempt attempt,
            Set<TableName> concerned,
            BinlogPosition place,
            BinlogPosition end)
            throws SQLException, IOException {
        try {
            return prover.prove(reader(), before, attempt, concerned, place, end);
        } catch (UnprovenException e) {
            throw e;
        } catch (RuntimeException e) {
            if (accepted.apply(place).isEmpty()) {
                throw new UnprovenException("the proof itself fails: " + e);
            }
            return Prover.unknown(before, concerned);
        }
    }

    /** The captured schema that is new, gone, or has another default character set. */
    private Optional<String> changedSchema(KnownDefinitions before, KnownDefinitions after) {
        Set<String> schemas = new TreeSet<>(before.collationBySchema().keySet());
        schemas.addAll(after.collationBySchema().keySet());
        return schemas.stream()
                .filter(capturesSchema)
                .filter(schema -> !before.collation(schema).equals(after.collation(schema)))
                .findFirst();
    }

    private DefinitionReader reader() throws SQLException {
        DefinitionReader known = reader;
        if (known == null) {
            known = new DefinitionReader(describer.server());
            reader = known;
        }
        return known;
    }
}
