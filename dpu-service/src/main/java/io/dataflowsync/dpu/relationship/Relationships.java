package io.dataflowsync.dpu.relationship;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Old keys and their new ones. Every method may be called again after a failure. */
public interface Relationships {

    /** The relationships of all these keys; those that there were none of are reserved, and durable, on return. */
    KnownKeys resolve(KeyNeeds needs) throws SQLException;

    /** The relationships that are there of these keys; none is reserved. */
    Map<String, Relationship> find(KeySpace space, Collection<String> oldKeys) throws SQLException;

    /** Whose these new keys are; none for one that is nobody's. */
    Map<String, Owner> owners(KeySpace space, Collection<String> newKeys) throws SQLException;

    /** Gives old keys without a relationship those of rows that are on the target; durable on return. */
    void adopt(KeySpace space, Map<String, String> newKeys) throws SQLException;

    /** Who has a new key: the row of a source table, {@code schema.table}. */
    record Owner(String sourceTable, String oldKey) {}

    /** The new keys of all rows of a table that are on the target. */
    List<String> appliedKeys(KeySpace space) throws SQLException;

    /** The new keys of a table that were ever handed out, whether rows with them are on the target or not. */
    List<String> allKeys(KeySpace space) throws SQLException;

    /** Forgets what was learnt while others may have changed it: a lane has come from another owner. */
    void forget();
}
