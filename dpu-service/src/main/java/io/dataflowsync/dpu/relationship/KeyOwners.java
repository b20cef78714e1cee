package io.dataflowsync.dpu.relationship;

import io.dataflowsync.dpu.relationship.Relationships.Owner;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the old keys of new keys of a target table. */
final class KeyOwners {
    private KeyOwners() {}

    /** Returns the owners, by new key. The owner of a key that is reserved ahead is the old key for which it is reserved. */
    static Map<String, Owner> find(Connection connection, String target, Collection<String> newKeys)
            throws SQLException {
        Map<String, Owner> owners = new LinkedHashMap<>();
        for (Map.Entry<Integer, String> source :
                TableNumbers.ofTarget(connection, target).entrySet()) {
            oldKeys(connection, source.getKey(), newKeys)
                    .forEach((newKey, oldKey) -> owners.putIfAbsent(newKey, new Owner(source.getValue(), oldKey)));
        }
        return owners;
    }

    /** Returns the old keys of a source table, by new key. */
    static Map<String, String> oldKeys(Connection connection, int table, Collection<String> newKeys)
            throws SQLException {
        Map<String, String> oldKeys = new LinkedHashMap<>(SingleRows.byNewKeys(connection, table, newKeys));
        Map<String, String> inRuns = new LinkedHashMap<>();
        Optional<KeyRun> run = Optional.empty();
        for (String newKey : newKeys) {
            BigInteger number = new BigInteger(newKey);
            if (!oldKeys.containsKey(newKey)) {
                run = run.filter(last -> last.hasNew(number)).isPresent()
                        ? run
                        : RunRows.byNewKey(connection, table, number);
                run.ifPresent(of -> inRuns.put(newKey, Long.toString(of.oldKey(number))));
            }
        }
        // An old key with a relationship of its own has left its run.
        inRuns.values()
                .removeAll(SingleRows.find(connection, table, inRuns.values()).keySet());
        oldKeys.putAll(inRuns);
        return oldKeys;
    }
}
