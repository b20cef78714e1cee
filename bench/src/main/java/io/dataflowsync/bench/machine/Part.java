package io.dataflowsync.bench.machine;

/** A process that takes part. */
public record Part(String name, long pid) {}
