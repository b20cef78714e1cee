package io.dataflowsync.dpu.relationship;

/** Receives the old keys whose new keys are needed. */
public interface Needs {
    /** Asks for the new key of an old key. If there is none, one is reserved. */
    void add(KeySpace space, String oldKey);

    /** Asks for the relationship of an old key with its state, if there is one. None is reserved. */
    default void look(KeySpace space, String oldKey) {
        add(space, oldKey);
    }

    /** Does the same as {@link #add} for the key of a row that is new here, and asks for its state, since an earlier event may have brought it. */
    default void addRow(KeySpace space, String oldKey) {
        add(space, oldKey);
    }

    /** Does the same as {@link #add} for the key of a row that the source has just inserted. Most likely there is no relationship yet. */
    default void addFresh(KeySpace space, String oldKey) {
        add(space, oldKey);
    }
}
