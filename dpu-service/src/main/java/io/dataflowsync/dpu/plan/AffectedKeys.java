package io.dataflowsync.dpu.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys that an event is about and by which foreign keys refer to rows: unique keys, or text that is written in several ways.
 *
 * <p>Each is named by its values; {@linkplain RowName#any any} of a table if the values are not known.
 *
 * @param givenUp the keys that its row does not have any more
 * @param taken the keys that its row has from now on
 * @param left the keys that its row referred to before
 * @param needed the keys that it makes its row refer to, or by which its row is found
 */
public record AffectedKeys(List<RowName> givenUp, List<RowName> taken, List<RowName> left, List<RowName> needed) {
    public static final AffectedKeys NONE = new AffectedKeys(List.of(), List.of(), List.of(), List.of());

    public boolean isEmpty() {
        return givenUp.isEmpty() && taken.isEmpty() && left.isEmpty() && needed.isEmpty();
    }

    /** Returns the keys of both. */
    public AffectedKeys and(AffectedKeys other) {
        return isEmpty()
                ? other
                : new AffectedKeys(
                        both(givenUp, other.givenUp),
                        both(taken, other.taken),
                        both(left, other.left),
                        both(needed, other.needed));
    }

    /** Returns the same for an event that does not need the rows to which it makes its row refer. */
    public AffectedKeys unchecked() {
        return needed.isEmpty() ? this : new AffectedKeys(givenUp, taken, both(left, needed), List.of());
    }

    private static List<RowName> both(List<RowName> some, List<RowName> others) {
        List<RowName> both = new ArrayList<>(some);
        both.addAll(others);
        return List.copyOf(both);
    }
}
