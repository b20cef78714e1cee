package io.dataflowsync.dpu.relationship;

/** The key of a row in the source, and its new key on the target. */
public record KeyPair(String oldKey, String newKey) {}
