package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.BinlogScout.Scouted;
import io.dataflowsync.cdc.capture.tracker.SourceDescriber.Described;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.UnreadableStatementException;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Proves the definitions of the tables after a statement: by the server itself if it can be asked, otherwise by two readings that agree.
 *
 * <p>The two readings are those of our reader (package {@code cdc.definition}) and of the engine's parser.
 */
final class Prover {
    private static final Logger LOG = Logger.getLogger(Prover.class);
    private static final int MOST_TRIES = 20;

    private final SourceDescriber describer;
    private final LookAhead ahead;
    private final Predicate<String> capturesSchema;
    private final Function<BinlogPosition, Optional<Acceptance>> accepted;
    private final EngineReading second = new EngineReading();
    private @Nullable Described described;
    /**
     * The last position of a proved range. If our reader (package {@code cdc.definition}) reads every statement up to there, it arrives at
     * the server's description.
     */
    private @Nullable BinlogPosition provenTo;

    Prover(
            SourceDescriber describer,
            LookAhead ahead,
            Predicate<String> capturesSchema,
            Function<BinlogPosition, Optional<Acceptance>> accepted) {
        this.describer = describer;
        this.ahead = ahead;
        this.capturesSchema = capturesSchema;
        this.accepted = accepted;
    }

    /** The server's present description, with no statement during it. The first time, the server is asked twice. */
    Described describe() throws SQLException, IOException {
        Described last = described;
        if (last == null) {
            last = describer.describe(KnownDefinitions.none());
        }
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            Described now = describer.describe(last.definitions());
            if (ahead.between(now.before(), now.after()).isEmpty()) {
                described = now;
                return now;
            }
            last = now;
        }
        throw new IOException("the source's tables change faster than they can be described");
    }

    Described lastDescribed() throws SQLException, IOException {
        Described known = described;
        return known == null ? describe() : known;
    }

    /**
     * The tables after a statement.
     *
     * @param concerned the tables that it is about
     * @throws UnprovenException if nothing proves them
     */
    KnownDefinitions prove(
            DefinitionReader reader,
            KnownDefinitions before,
            Attempt attempt,
            Set<TableName> concerned,
            BinlogPosition place,
            BinlogPosition end)
            throws SQLException, IOException {
        KnownDefinitions read = attempt.after(before);
        BinlogPosition proven = provenTo;
        String likely = attempt.reading().map(Reading::likely).orElse("");
        if (attempt.reading().isPresent() && likely.isEmpty() && proven != null && end.compareTo(proven) <= 0) {
            return read;
        }
        Described now = describe();
        List<Scouted> later = ahead.between(end, now.before());
        Set<TableName> changedLater = changed(reader, read, later);
        boolean isRead = attempt.reading().isPresent();
        Set<TableName> open = new HashSet<>(concerned);
        open.removeIf(table -> !changedLater.contains(table)
                && (isRead || !refersToAny(now.definitions().table(table), changedLater)));
        Set<TableName> asNow = new HashSet<>(concerned);
        asNow.removeAll(open);
        KnownDefinitions after = fromServer(read, now.definitions(), asNow, !isRead || later.isEmpty(), place);
        Optional<String> broken = broken(after, concerned);
        if (open.isEmpty() && broken.isEmpty()) {
            return after;
        }
        Optional<Acceptance> acceptance = accepted.apply(place);
        if (acceptance.isPresent()) {
            KnownDefinitions taken = isRead && likely.isEmpty() ? after : unknown(after, open);
            return Provided.into(reader, taken, acceptance.get(), attempt.session());
        }
        if (broken.isPresent()) {
            throw new UnprovenException(broken.get());
        }
        if (!likely.isEmpty()) {
            throw new UnprovenException(likely
                    + ", and a later statement changes its tables, so that the server cannot be asked what they were");
        }
        if (isRead && arrivesAtServer(reader, after, later, now.definitions())) {
            provenTo = now.before();
            return after;
        }
        String other = second.differs(before, attempt, open, after);
        if (!other.isEmpty()) {
            throw new UnprovenException(other);
        }
        return after;
    }

    /**
     * Marks the tables of a statement that an operator let pass unread as unknown, until a later statement is proved: capture stops at
     * their rows.
     */
    static KnownDefinitions unknown(KnownDefinitions after, Set<TableName> open) {
        KnownDefinitions known = after;
        for (TableName table : open) {
            known = known.without(table);
        }
        return known;
    }

    /** Whether a table refers to any of these. A reference that could not be read is not known if its parent has changed since. */
    private static boolean refersToAny(Optional<SourceTable> table, Set<TableName> parents) {
        return table.stream()
                .flatMap(found -> found.foreignKeys().stream())
                .anyMatch(key -> parents.contains(key.parent()));
    }

    /**
     * Takes the server's description for tables that no later statement changes.
     *
     * @param wholly whether that includes their references
     */
    private static KnownDefinitions fromServer(
            KnownDefinitions read,
            KnownDefinitions server,
            Set<TableName> tables,
            boolean wholly,
            BinlogPosition place) {
        KnownDefinitions after = read;
        for (TableName table : tables) {
            Optional<SourceTable> ours = read.table(table);
            Optional<SourceTable> theirs = server.table(table)
                    .map(found -> wholly || !bothKeepForeignKeysOrNeither(ours, found)
                            ? found
                            : withReferencesOf(ours, found));
            if (!same(ours, theirs)) {
                LOG.warnf(
                        "At %s the definition of %s is taken from the server, not from our reading of the statement: %s, not %s",
                        place, table, theirs, ours);
                after = theirs.isPresent() ? after.with(theirs.get()) : after.without(table);
            }
        }
        return after;
    }

    /**
     * Finds members of an ENUM or SET that MySQL 5.7 has broken. {@code CONVERT TO CHARACTER SET} breaks members beyond ASCII: the
     * server's catalogue shows the type up to the first of them, and no program can read rows with it.
     */
    private static Optional<String> broken(KnownDefinitions after, Set<TableName> concerned) {
        return concerned.stream()
                .flatMap(table -> after.table(table).stream())
                .flatMap(
                        table -> table.columns().stream()
                                .filter(column -> column.type().matches("(?s)(enum|set)\\(.*[^)]"))
                                .map(
                                        column -> "the server's own catalogue shows the type of " + table.name() + "."
                                                + column.name()
                                                + " cut off, " + column.type()
                                                + ": the statement has broken members beyond ASCII there."
                                                + " Name them again at the source with MODIFY, and skip this place with the table as it is then"))
                .findFirst();
    }

    /**
     * Whether both have a storage engine that keeps foreign keys, or neither has one. The session's default engine is not in the binlog.
     */
    private static boolean bothKeepForeignKeysOrNeither(Optional<SourceTable> ours, SourceTable found) {
        return ours.map(SourceTable::keepsForeignKeys).orElse(found.keepsForeignKeys()) == found.keepsForeignKeys();
    }

    /**
     * The table that was found, with the references that we read: a later statement that names another table may have changed them at the
     * server.
     */
    private static SourceTable withReferencesOf(Optional<SourceTable> ours, SourceTable found) {
        return new SourceTable(
                found.name(),
                found.columns(),
                found.keys(),
                ours.map(SourceTable::foreignKeys).orElse(found.foreignKeys()),
                found.defaultCollation(),
                found.engine());
    }

    /** Whether rows are decoded and planned in the same way with both. */
    static boolean same(Optional<SourceTable> one, Optional<SourceTable> other) {
        return one.map(SourceTable::definition).equals(other.map(SourceTable::definition))
                && one.map(SourceTable::defaultCollation).equals(other.map(SourceTable::defaultCollation));
    }

    /** The tables that these statements are about. For a statement that cannot be read, those that it names. */
    Set<TableName> changed(DefinitionReader reader, KnownDefinitions from, List<Scouted> later) {
        Set<TableName> changed = new HashSet<>();
        KnownDefinitions definitions = from;
        for (Scouted statement : later) {
            try {
                Reading reading = reader.read(definitions, statement.sql(), statement.session());
                definitions = reading.after();
                reading.effects().forEach(effect -> {
                    changed.add(effect.table());
                    Optional.ofNullable(effect.from()).ifPresent(changed::add);
                });
            } catch (UnreadableStatementException e) {
                changed.addAll(e.tables().isEmpty() ? from.tables().keySet() : e.tables());
            }
        }
        return changed;
    }

    /**
     * The same tables, with the default character sets of only those schemas that no later statement may have changed. The earlier
     * character sets of the others are not known.
     */
    KnownDefinitions withSchemasOf(DefinitionReader reader, KnownDefinitions now, BinlogPosition place)
            throws SQLException, IOException {
        Described described = describe();
        KnownDefinitions without = KnownDefinitions.of(now.tables().values(), Map.of());
        Set<String> changed = new HashSet<>();
        for (Scouted statement : ahead.between(place, described.before())) {
            try {
                without = reader.read(without, statement.sql(), statement.session())
                        .after();
                changed.addAll(without.collationBySchema().keySet());
            } catch (UnreadableStatementException e) {
                if (e.tables().isEmpty()) {
                    changed.addAll(now.collationBySchema().keySet());
                }
            }
        }
        Map<String, String> known = new HashMap<>(described.definitions().collationBySchema());
        known.keySet().removeAll(changed);
        return KnownDefinitions.of(now.tables().values(), known);
    }

    /** Whether our reader, going on from here, arrives at exactly the tables that the server has. */
    private boolean arrivesAtServer(
            DefinitionReader reader, KnownDefinitions from, List<Scouted> later, KnownDefinitions server) {
        KnownDefinitions definitions = from;
        try {
            for (Scouted statement : later) {
                definitions = reader.read(definitions, statement.sql(), statement.session())
                        .after();
            }
        } catch (UnreadableStatementException e) {
            return false;
        }
        Set<TableName> names = new HashSet<>(definitions.tables().keySet());
        names.addAll(server.tables().keySet());
        names.removeIf(name -> !capturesSchema.test(name.schema()));
        KnownDefinitions reached = definitions;
        return names.stream().allMatch(name -> same(reached.table(name), server.table(name)));
    }
}
