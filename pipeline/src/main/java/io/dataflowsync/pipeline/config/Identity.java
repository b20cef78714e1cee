package io.dataflowsync.pipeline.config;

/** Says how a table's key is handled. */
public sealed interface Identity {

    /** The target assigns a new key, which is reserved before use. */
    record Allocate() implements Identity {}

    /** The same key. */
    record Keep() implements Identity {}

    /** The old key plus a number. */
    record Offset(long by) implements Identity {}
}
