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

/** Plans events one by one: mapping, then statements. An event that cannot be planned fails alone. */
public final class EventPlanner {
    private static final Logger LOG = Logger.getLogger(EventPlanner.class);

    private final TableRegistry registry;
    private final BulkDeletePlanner bulkDeletePlanner;
    private final SchemaChanges changes;

    public EventPlanner(TableRegistry registry, BulkDeletePlanner bulkDeletePlanner, SchemaChanges changes) {
        this.registry = registry;
        this.bulkDeletePlanner = bulkDeletePlanner;
        this.changes = changes;
    }

    /** Adds the old keys that {@link #plan} needs. */
    void addNeeds(Received received, KeyNeeds needs) {
        if (received.event() instanceof RowChange change) {
            try {
                RowPlanner.addNeeds(context(change), change, needs);
            } catch (MappingException | UnknownTableException e) {
                LOG.debugf("%s will be a dead letter: %s", change.id(), e.getMessage());
            } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
                LOG.debugf(e, "Event %s will be a dead letter", change.id());
            }
        } else if (received.event() instanceof ChangeEvent.SchemaChange change) {
            changes.numbered().addNeeds(change, needs);
        }
    }

    /** Returns the old key of a new row, to be looked up; none where {@link #plan} does not need it. */
    KeyNeeds ownKey(Received received) {
        KeyNeeds own = new KeyNeeds();
        if (received.event() instanceof ChangeEvent.Insert insert) {
            KeyNeeds needs = new KeyNeeds();
            addNeeds(received, needs);
            KeyNeeds row = new KeyNeeds();
            contextOf(insert).ifPresent(context -> context.mapper().addLook(insert, row));
            row.looks().forEach((space, keys) -> keys.stream()
                    .filter(needs.bySpace().getOrDefault(space, Set.of())::contains)
                    .forEach(key -> own.look(space, key)));
        }
        return own;
    }

    /** Returns the context of an event's table; empty if the event cannot be planned, which {@link #plan} reports. */
    Optional<TableContext> contextOf(RowChange change) {
        try {
            return Optional.of(context(change));
        } catch (MappingException | UnknownTableException e) {
            return Optional.empty();
        }
    }

    /** Reads the target's tables again, so that changes made there by hand are seen from now on. */
    void lookAgain() {
        registry.rereadTarget();
    }

    /**
     * Plans an event.
     *
     * <p>A definition comes no later than the first event of its table. So a definition that is missing now never comes.
     *
     * @param keyKept whether the row has kept its new key, if the event changes the key in the source and is on the target already; else
     *     null
     */
    PlannedEvent plan(Received received, KnownKeys keys, @Nullable Boolean keyKept) throws SQLException {
        try {
            return planned(received, keys, keyKept);
        } catch (MappingException e) {
            if (e.isMisfit() && registry.refreshTarget()) {
                // The column may have been given another type meanwhile.
                return plan(received, keys, keyKept);
            }
            Result.Failed failure = Result.Failed.of(e.code(), e);
            return affecting(
                    e.isOfOneRow()
                            ? PlannedEvent.failedRow(received, failure)
                            : PlannedEvent.failed(received, failure));
        } catch (UnknownTableException e) {
            return PlannedEvent.failed(received, Result.Failed.of(ErrorCode.UNKNOWN_TABLE, e));
        } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
            LOG.errorf(e, "Event %s cannot be planned", received.eventId());
            return affecting(PlannedEvent.failed(received, Result.Failed.of(ErrorCode.UNPLANNABLE, e)));
        }
    }

    /** Returns the plan of a row change that cannot be applied, for a reason that was found before it was planned. */
    PlannedEvent failedRow(Received received, Result.Failed failure) {
        return affecting(PlannedEvent.failedRow(received, failure));
    }

    /**
     * Adds the affected rows to an event that cannot be applied.
     *
     * <p>The rows that it refers to are mostly known, and other events must wait for it all the same.
     */
    private PlannedEvent affecting(PlannedEvent failed) {
        if (!(failed.received().event() instanceof RowChange change)) {
            return failed;
        }
        try {
            return contextOf(change)
                    .map(context -> failed.affecting(AffectedRowsFinder.ofFailed(change, context)))
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
            TableContext context = context(change);
            RowChange named = RowPlanner.named(context, change, keys, keyKept);
            if (SourceRules.concern(context.plan().effects().inDoubt(), named)) {
                registry.requireRules(named);
            }
            return RowPlanner.plan(received, context, named, keys);
        }
        if (event instanceof ChangeEvent.Truncate truncate) {
            return bulkDeletePlanner.truncate(
                    received,
                    registry.context(truncate.table(), truncate.origin().definition()));
        }
        if (event instanceof ChangeEvent.SnapshotCompleted) {
            return bulkDeletePlanner.sweep(received, registry);
        }
        return changes.plan(received, (ChangeEvent.SchemaChange) event, keys);
    }

    /** Returns the context of a change. Reads the target again if it lacked a table or column, since that may exist by now. */
    private TableContext context(RowChange change) {
        Row row = change.after() == null ? Objects.requireNonNull(change.before()) : change.after();
        try {
            TableContext context = registry.context(change, row);
            return context.lacks(row) && registry.refreshTarget() ? registry.context(change, row) : context;
        } catch (MappingException e) {
            if (registry.refreshTarget()) {
                return registry.context(change, row);
            }
            throw e;
        }
    }
}
