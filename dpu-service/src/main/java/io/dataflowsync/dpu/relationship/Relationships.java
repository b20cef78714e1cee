package io.dataflowsync.dpu.relationship;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the new key for each old key, and reserves it if there is none. Every method may be called again after a failure. */
public interface Relationships {

    /** Returns the relationships of all these keys. Keys that had none get a reserved one, which is durable on return. */
    KnownKeys resolve(KeyNeeds needs) throws SQLException;

    /** Returns the existing relationships of these keys, with their states. None is reserved. */
    Map<String, Relationship> find(KeySpace space, Collection<String> oldKeys) throws SQLException;

    /** Returns the owners of these new keys. A key that no row has is left out. */
    Map<String, Owner> owners(KeySpace space, Collection<String> newKeys) throws SQLException;

    /** Adopts rows of the target: stores their keys as new keys for old keys that have no relationship. Durable on return. */
    void adopt(KeySpace space, Map<String, String> newKeys) throws SQLException;

    /** The owner of a new key: a row of the source table {@code schema.table}. */
    record Owner(String sourceTable, String oldKey) {}

    /** Returns the new keys of all rows of a table that the target has. */
    List<KeyRange> appliedKeys(KeySpace space) throws SQLException;

    /** Returns all new keys of a table that events have ever used, whether the target has rows with them or not. */
    List<KeyRange> usedKeys(KeySpace space) throws SQLException;

    /** Returns the changes that the target has made by itself in the keys of one of its tables, in order. */
    List<RelationshipChange.Cascaded> cascaded(String targetTable) throws SQLException;

    /** Clears all caches, since other owners may have changed the relationships: a lane was assigned that another replica had. */
    void forget();
}
