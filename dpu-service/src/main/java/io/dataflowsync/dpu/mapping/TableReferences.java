package io.dataflowsync.dpu.mapping;

import java.util.List;

/**
 * The rows to which the rows of a table refer, and the keys of its own rows to which others refer.
 *
 * @param parents the rows that its foreign keys refer to by their primary key
 * @param keys the other keys that foreign keys refer to: those of its own rows, and those of the rows that they refer to
 */
public record TableReferences(List<TablePlan.ParentKey> parents, ReferredKeys keys) {}
