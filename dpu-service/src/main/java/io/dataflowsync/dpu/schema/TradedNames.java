package io.dataflowsync.dpu.schema;

import io.dataflowsync.dpu.schema.TargetStatement.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the names that an ALTER TABLE takes from one column and gives to another.
 *
 * <p>Such a name is there before and after the statement, so the name alone does not show whether the statement was run.
 */
final class TradedNames {
    private final List<Part> parts;
    private final Set<String> freed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> given = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    TradedNames(List<Part> parts) {
        this.parts = parts;
        for (Part part : parts) {
            if (part.wanted() instanceof Wanted.RenamedColumn renamed) {
                freed.add(renamed.from());
                given.add(renamed.to());
            } else if (part.wanted() instanceof Wanted.Column column) {
                (column.there() ? given : freed).add(column.column());
            }
        }
    }

    /** Whether a column that stays takes part in an exchange of names. */
    boolean areTraded() {
        return parts.stream()
                .map(Part::wanted)
                .anyMatch(wanted -> wanted instanceof Wanted.RenamedColumn renamed
                        && (given.contains(renamed.from()) || freed.contains(renamed.to())));
    }

    /** Whether the statement could be run a second time: all names that it takes are there after it, and none that it gives is in the way. */
    boolean mayRunTwice() {
        return areTraded() && freed.equals(given);
    }

    /** The names that it takes or gives. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(freed);
        all.addAll(given);
        return all;
    }

    /** The state of the catalogue that shows that a part is done. */
    Wanted shown(Wanted wanted) {
        if (wanted instanceof Wanted.Column column) {
            return (column.there() ? freed : given).contains(column.column()) ? Wanted.UNSEEN : wanted;
        } else if (wanted instanceof Wanted.RenamedColumn renamed && given.contains(renamed.from())) {
            return freed.contains(renamed.to())
                    ? Wanted.UNSEEN
                    : new Wanted.Column(renamed.table(), renamed.to(), true);
        }
        return wanted;
    }
}
