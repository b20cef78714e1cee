package io.dataflowsync.dpu.execute;

/** A row that the target deleted by itself, by a cascade. */
public record CascadeDeleted(String table, String key) {}
