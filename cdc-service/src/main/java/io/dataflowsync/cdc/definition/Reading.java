package io.dataflowsync.cdc.definition;

import java.util.List;

/**
 * The result of reading a statement.
 *
 * @param after the tables after it
 * @param effects the effect on each table, in order; empty if it changed none
 * @param canonical the statement in its canonical form, see {@link CanonicalText}
 * @param likely the part of its meaning that only the server knows, and that was assumed as in most cases; empty if the statement states
 *     everything
 */
public record Reading(KnownDefinitions after, List<TableEffect> effects, String canonical, String likely) {
    public Reading {
        effects = List.copyOf(effects);
    }
}
