package io.dataflowsync.sandbox.fuzz.model;

/** What a column type can be used for. */
public enum Family {
    /** May be a key that gets new values, and refer to one. */
    INTEGER,
    /** May be a key, and be indexed whole. */
    TEXT,
    /** May be a key, and be indexed whole. */
    BINARY,
    /** May be indexed whole, and is no key. */
    SCALAR,
    /** Is not indexed: long texts, documents, shapes. */
    LARGE
}
