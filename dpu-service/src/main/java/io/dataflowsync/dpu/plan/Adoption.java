package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.execute.RowFinder;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.relationship.Relationships;
import io.dataflowsync.dpu.relationship.Relationships.Owner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches new rows of the source with rows that the target already has, by the columns that the pipeline file names for it, and stores
 * their keys as relationships.
 *
 * <p>Runs for a batch before keys are reserved. A row whose relationship exists is left alone: it was handled before.
 */
public final class Adoption {
    private static final int AT_ONCE = 200;

    private final EventPlanner planner;
    private final Relationships relationships;
    private final RowFinder rows;
    private final boolean needed;

    /** @param needed whether any table adopts rows */
    public Adoption(EventPlanner planner, Relationships relationships, RowFinder rows, boolean needed) {
        this.planner = planner;
        this.relationships = relationships;
        this.rows = rows;
        this.needed = needed;
    }

    boolean isNeeded() {
        return needed;
    }

    /**
     * Adopts the rows of a batch that have a match on the target.
     *
     * @return the events that cannot be applied because of their match, each with the reason
     */
    Map<Received, Result.Failed> adopt(List<Received> batch) throws SQLException {
        if (!needed) {
            return Map.of();
        }
        Map<TableName, List<NewRow>> newRows = new LinkedHashMap<>();
        Map<Owner, Integer> left = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).event() instanceof Insert insert) {
                int place = i;
                planner.contextOf(insert)
                        .filter(context ->
                                !context.plan().key().adopt().isEmpty() && RowPlanner.isSeen(context, insert))
                        .ifPresent(context -> newRows.computeIfAbsent(insert.table(), t -> new ArrayList<>())
                                .add(new NewRow(place, batch.get(place), insert, context)));
            } else if (batch.get(i).event() instanceof RowChange change && change.before() != null) {
                left.putIfAbsent(owner(change), i);
            }
        }
        Map<Received, Result.Failed> failures = new HashMap<>();
        for (List<NewRow> ofTable : newRows.values()) {
            adopt(ofTable, left, failures);
        }
        return failures;
    }

    private record NewRow(int place, Received received, Insert insert, TableContext context) {
        String oldKey() {
            return String.valueOf(LoggedKey.of(insert.key()));
        }
    }

    private static Owner owner(RowChange change) {
        Row key = change instanceof io.dataflowsync.contract.event.ChangeEvent.Update update
                ? update.oldKey()
                : change.key();
        return new Owner(change.table().toString(), String.valueOf(LoggedKey.of(key)));
    }

    private void adopt(List<NewRow> all, Map<Owner, Integer> left, Map<Received, Result.Failed> failures)
            throws SQLException {
        Optional<KeySpace> keys = all.get(0).context().plan().key().newKeys();
        if (keys.isEmpty()) {
            return;
        }
        KeySpace space = keys.get();
        Map<String, Relationship> known =
                relationships.find(space, all.stream().map(NewRow::oldKey).toList());
        Map<NewRow, List<String>> found = found(space, newAmong(all, known), failures);
        Set<String> foundKeys = new LinkedHashSet<>();
        found.values().forEach(foundKeys::addAll);
        Map<String, Owner> owners =
                foundKeys.isEmpty() ? new HashMap<>() : new HashMap<>(relationships.owners(space, foundKeys));
        Map<String, String> adopted = new LinkedHashMap<>();
        found.forEach((row, matches) -> {
            Owner self = new Owner(space.source().toString(), row.oldKey());
            List<String> open = matches.stream()
                    .filter(key -> !self.equals(owners.get(key)))
                    .filter(key -> left.getOrDefault(owners.get(key), Integer.MAX_VALUE) > row.place())
                    .toList();
            boolean isReserved =
                    known.containsKey(row.oldKey()) && known.get(row.oldKey()).isUsed();
            Optional<Result.Failed> failure = failure(row, open, owners, isReserved);
            failure.ifPresent(failed -> failures.put(row.received(), failed));
            if (failure.isEmpty() && !open.isEmpty()) {
                adopted.put(row.oldKey(), open.get(0));
                owners.put(open.get(0), self);
            }
        });
        if (!adopted.isEmpty()) {
            relationships.adopt(space, adopted);
        }
    }

    private static Optional<Result.Failed> failure(
            NewRow row, List<String> matches, Map<String, Owner> owners, boolean reserved) {
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        String table = row.context().plan().target().name().toString();
        String key = matches.get(0);
        if (matches.size() > 1) {
            return failed(ErrorCode.ADOPT_SEVERAL, "rows " + matches + " of the target's " + table + " match it");
        }
        Owner owner = owners.get(key);
        if (owner != null) {
            return failed(
                    ErrorCode.ADOPT_TAKEN,
                    "row " + key + " of the target's " + table + " matches it, and is that of " + owner.sourceTable()
                            + " " + owner.oldKey());
        }
        return reserved
                ? failed(
                        ErrorCode.ADOPT_TOO_LATE,
                        "row " + key + " of the target's " + table
                                + " matches it, and rows that refer to it have another new key for it already")
                : Optional.empty();
    }

    private static Optional<Result.Failed> failed(ErrorCode code, String text) {
        return Optional.of(new Result.Failed(code, text, null));
    }

    /** Returns the first event of each key that the target does not have under its relationship. */
    private static List<NewRow> newAmong(List<NewRow> all, Map<String, Relationship> known) {
        Map<String, NewRow> candidates = new LinkedHashMap<>();
        for (NewRow row : all) {
            Relationship relationship = known.get(row.oldKey());
            if (relationship == null || !relationship.hasCome()) {
                candidates.putIfAbsent(row.oldKey(), row);
            }
        }
        return List.copyOf(candidates.values());
    }

    private Map<NewRow, List<String>> found(
            KeySpace space, List<NewRow> candidates, Map<Received, Result.Failed> failures) throws SQLException {
        KeyNeeds needs = new KeyNeeds();
        candidates.forEach(row -> row.context().mapper().addMatchNeeds(row.insert(), needs));
        KnownKeys keys = relationships.resolve(needs);
        Map<NewRow, Row> wanted = new LinkedHashMap<>();
        for (NewRow row : candidates) {
            try {
                row.context().mapper().match(row.insert(), keys).ifPresent(match -> wanted.put(row, match));
            } catch (MappingException e) {
                failures.put(row.received(), Result.Failed.of(e.code(), e));
            }
        }
        List<NewRow> order = List.copyOf(wanted.keySet());
        Map<NewRow, List<String>> found = new LinkedHashMap<>();
        for (int from = 0; from < order.size(); from += AT_ONCE) {
            List<NewRow> chunk = order.subList(from, Math.min(order.size(), from + AT_ONCE));
            rows.keys(chunk.get(0)
                            .context()
                            .statements()
                            .matching(
                                    space.keyColumn(),
                                    chunk.stream().map(wanted::get).toList()))
                    .forEach((place, matches) -> found.put(chunk.get(place), matches));
        }
        Map<NewRow, List<String>> inOrder = new LinkedHashMap<>();
        order.stream().filter(found::containsKey).forEach(row -> inOrder.put(row, found.get(row)));
        return inOrder;
    }
}
