package io.dataflowsync.contract.config;

/** What becomes of a table's key. */
public sealed interface Identity {

    /** The target gives a new key, reserved before use. */
    record Allocate() implements Identity {}

    /** The same key. */
    record Keep() implements Identity {}

    /** The old key plus a number. */
    record Offset(long by) implements Identity {}
}
