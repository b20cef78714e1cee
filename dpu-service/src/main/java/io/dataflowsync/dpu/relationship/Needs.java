package io.dataflowsync.dpu.relationship;

/** Is told the old keys of which the new ones are needed. */
public interface Needs {
    /** The new key of this one is needed, and reserved where there is none. */
    void add(KeySpace space, String oldKey);

    /** The relationship of this one is of interest where there is one; none is reserved. */
    default void look(KeySpace space, String oldKey) {
        add(space, oldKey);
    }

    /** The same as {@link #add} for the key of a row that the source has just inserted: most likely there is no relationship yet. */
    default void addFresh(KeySpace space, String oldKey) {
        add(space, oldKey);
    }
}
