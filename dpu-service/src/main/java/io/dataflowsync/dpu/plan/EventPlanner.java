package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.SourceRules;
import io.dataflowsync.dpu.mapping.UnknownTableException;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Plans events one by one: mapping, then statements. What cannot be planned fails alone. */
public final class EventPlanner {
    private static final Logger LOG = Logger.getLogger(EventPlanner.class);

    private final TableRegistry rooms;
    private final BulkDeletePlanner bulkDeletePlanner;
    private final SchemaChanges changes;

    public EventPlanner(TableRegistry rooms, BulkDeletePlanner bulkDeletePlanner, SchemaChanges changes) {
        this.rooms = rooms;
        this.bulkDeletePlanner = bulkDeletePlanner;
        this.changes = changes;
    }

    /** Adds the old keys that {@link #plan} will ask for. */
    void addNeeds(Received received, KeyNeeds needs) {
        if (received.event() instanceof RowChange change) {
            try {
                RowPlanner.addNeeds(room(change), change, needs);
            } catch (MappingException | UnknownTableException e) {
                LOG.debugf("%s will be a dead letter: %s", change.id(), e.getMessage());
            } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
                LOG.debugf(e, "Event %s will be a dead letter", change.id());
            }
        } else if (received.event() instanceof ChangeEvent.SchemaChange change) {
            changes.numbered().addNeeds(change, needs);
        }
    }

    /** The old key of a new row, to be looked for; none where {@link #plan} will not ask for it. */
    KeyNeeds ownKey(Received received) {
        KeyNeeds own = new KeyNeeds();
        if (received.event() instanceof ChangeEvent.Insert insert) {
            KeyNeeds needs = new KeyNeeds();
            addNeeds(received, needs);
            KeyNeeds row = new KeyNeeds();
            roomOf(insert).ifPresent(room -> room.mapper().addLook(insert, row));
            row.looks().forEach((space, keys) -> keys.stream()
                    .filter(needs.bySpace().getOrDefault(space, Set.of())::contains)
                    .forEach(key -> own.look(space, key)));
        }
        return own;
    }

    /** The room of an event's table; nothing where the event cannot be planned, which {@link #plan} tells. */
    Optional<TableContext> roomOf(RowChange change) {
        try {
            return Optional.of(room(change));
        } catch (MappingException | UnknownTableException e) {
            return Optional.empty();
        }
    }

    /** What somebody has changed on the target is seen from now on. */
    void lookAgain() {
        rooms.rereadTarget();
    }

    /**
     * Plans an event. A definition comes no later than the first event of its table, so one that is not there never comes.
     *
     * @param keyKept whether its row has kept its new key, where it changes that in the source and is on the target already; else null
     */
    PlannedEvent plan(Received received, KnownKeys keys, @Nullable Boolean keyKept) throws SQLException {
        try {
            return planned(received, keys, keyKept);
        } catch (MappingException e) {
            if (e.isMisfit() && rooms.refreshTarget()) {
                // Somebody may have given the column another type meanwhile.
                return plan(received, keys, keyKept);
            }
            Result.Failed failure = Result.Failed.of(e.code(), e);
            return touching(
                    e.isOfOneRow()
                            ? PlannedEvent.failedRow(received, failure)
                            : PlannedEvent.failed(received, failure));
        } catch (UnknownTableException e) {
            return PlannedEvent.failed(received, Result.Failed.of(ErrorCode.UNKNOWN_TABLE, e));
        } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
            LOG.errorf(e, "Event %s cannot be planned", received.eventId());
            return touching(PlannedEvent.failed(received, Result.Failed.of(ErrorCode.UNPLANNABLE, e)));
        }
    }

    /** A change of a row that cannot be applied, for a reason that was found before it was planned. */
    PlannedEvent failedRow(Received received, Result.Failed failure) {
        return touching(PlannedEvent.failedRow(received, failure));
    }

    /** What a change refers to is mostly known, though it cannot be applied: others must wait for it all the same. */
    private PlannedEvent touching(PlannedEvent failed) {
        if (!(failed.received().event() instanceof RowChange change)) {
            return failed;
        }
        try {
            return roomOf(change)
                    .map(room -> failed.touching(AffectedRowsFinder.ofFailed(change, room)))
                    .orElse(failed);
        } catch (MappingException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            LOG.debugf(e, "What event %s refers to is not known", change.id());
            return failed;
        }
    }

    private PlannedEvent planned(Received received, KnownKeys keys, @Nullable Boolean keyKept) throws SQLException {
        ChangeEvent event = received.event();
        if (event == null) {
            return PlannedEvent.failed(
                    received,
                    ErrorCode.UNREADABLE,
                    Objects.requireNonNull(received.unreadable()).reason());
        }
        if (event instanceof RowChange change) {
            TableContext room = room(change);
            RowChange named = RowPlanner.named(room, change, keys, keyKept);
            if (SourceRules.concern(room.plan().inDoubt(), named)) {
                rooms.requireRules(named);
            }
            return RowPlanner.plan(received, room, named, keys);
        }
        if (event instanceof ChangeEvent.Truncate truncate) {
            return bulkDeletePlanner.truncate(
                    received, rooms.room(truncate.table(), truncate.origin().definition()));
        }
        if (event instanceof ChangeEvent.SnapshotCompleted) {
            return bulkDeletePlanner.sweep(received, rooms);
        }
        return changes.plan(received, (ChangeEvent.SchemaChange) event, keys);
    }

    /** A table or column that the target lacked may be there by now. */
    private TableContext room(RowChange change) {
        Row row = change.after() == null ? Objects.requireNonNull(change.before()) : change.after();
        try {
            TableContext room = rooms.room(change, row);
            return room.lacks(row) && rooms.refreshTarget() ? rooms.room(change, row) : room;
        } catch (MappingException e) {
            if (rooms.refreshTarget()) {
                return rooms.room(change, row);
            }
            throw e;
        }
    }
}
