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
        for (String newKey : newKeys) {
            if (!oldKeys.containsKey(newKey)) {
                BigInteger number = new BigInteger(newKey);
                Optional<KeyRun> run = RunRows.byNewKey(connection, table, number);
                if (run.isPresent()) {
                    oldKeys.put(newKey, Long.toString(run.get().oldKey(number)));
                }
            }
        }
        return oldKeys;
    }
}
