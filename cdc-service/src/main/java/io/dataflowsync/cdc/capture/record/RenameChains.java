package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Removes names that are not captured from a statement that renames tables one after the other.
 *
 * <p>A table that gets a captured name by way of an uncaptured one keeps its rows all the time, and so does the target's table. If
 * another table takes its name in between, as in a swap, the chain uses a captured name instead.
 *
 * <p>Two examples, with a name {@code x} that is not captured: {@code a TO x, x TO b} becomes {@code a TO b}. The swap
 * {@code a TO x, b TO a, x TO b} becomes {@code a TO dfs_aside_0, b TO a, dfs_aside_0 TO b}.
 */
final class RenameChains {
    private static final String ASIDE = "dfs_aside_";

    private final Predicate<TableName> captured;
    private final List<TableEffect> parts = new ArrayList<>();

    private RenameChains(Predicate<TableName> captured) {
        this.captured = captured;
    }

    /** @param effects the effects of a statement that only renames and drops tables, in its order */
    static List<TableEffect> without(List<TableEffect> effects, Predicate<TableName> captured) {
        RenameChains chains = new RenameChains(captured);
        effects.forEach(chains::add);
        return List.copyOf(chains.parts);
    }

    private void add(TableEffect effect) {
        TableName from = effect.from();
        Optional<TableEffect> way = from == null || captured.test(from) ? Optional.empty() : wayTo(from);
        if (way.isEmpty()) {
            parts.add(effect);
            return;
        }
        TableEffect first = way.get();
        TableName origin = Objects.requireNonNull(first.from());
        TableName to = effect.table();
        int place = parts.indexOf(first);
        TableName aside = new TableName(origin.schema(), ASIDE + place);
        boolean isTaken = parts.subList(place + 1, parts.size()).stream()
                .anyMatch(part -> isAbout(part, origin) || isAbout(part, to));
        if (!captured.test(to)) {
            parts.set(place, renamed(origin, effect));
        } else if (origin.equals(to) || isTaken && !captured.test(aside)) {
            parts.add(effect);
        } else if (isTaken) {
            parts.set(place, new TableEffect(aside, Kind.RENAMED, origin, first.columnNames(), null));
            parts.add(renamed(aside, effect));
        } else {
            parts.remove(place);
            parts.add(renamed(origin, effect));
        }
    }

    /** The part by which a captured table has got a name that is not captured. */
    private Optional<TableEffect> wayTo(TableName name) {
        return parts.stream()
                .filter(part -> part.table().equals(name))
                .filter(part -> part.from() != null && captured.test(part.from()))
                .reduce((first, last) -> last);
    }

    private static TableEffect renamed(TableName from, TableEffect last) {
        return new TableEffect(last.table(), Kind.RENAMED, from, last.columnNames(), null);
    }

    private static boolean isAbout(TableEffect part, TableName table) {
        return table.equals(part.table()) || table.equals(part.from());
    }
}
