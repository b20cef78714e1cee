package io.dataflowsync.sandbox.fuzz.model;

/** The purposes for which a column type can be used. */
public enum Family {
    /** Keys that get new values, and references to them. */
    INTEGER,
    /** Keys, and indexes on the whole value. */
    TEXT,
    /** Keys, and indexes on the whole value. */
    BINARY,
    /** Indexes on the whole value, but no keys. */
    SCALAR,
    /** No indexes: long texts, documents, shapes. */
    LARGE
}
