package io.dataflowsync.cdc.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column's type as a statement gives it, with synonyms resolved.
 *
 * @param base {@code int}, {@code varchar}, {@code enum}
 * @param length -1 if the statement gives none
 * @param decimals -1 if the statement gives none
 * @param unsigned whether the statement says UNSIGNED or ZEROFILL
 * @param zerofill whether the statement says ZEROFILL
 * @param members the members of an ENUM or SET
 * @param text the character set
 */
record TypeClause(
        String base,
        int length,
        int decimals,
        boolean unsigned,
        boolean zerofill,
        List<String> members,
        TextClause text) {
    static final int NONE = -1;

    /**
     * The character set of a text as its type states it.
     *
     * @param collation null if the table's is meant
     * @param binary whether the collation that compares bytes is meant
     */
    record TextClause(@Nullable String collation, boolean binary) {
        static final TextClause INHERITED = new TextClause(null, false);
    }

    static TypeClause of(String base) {
        return sized(base, NONE);
    }

    static TypeClause sized(String base, int length) {
        return new TypeClause(base, length, NONE, false, false, List.of(), TextClause.INHERITED);
    }

    static TypeClause text(String base, int length, TextClause text) {
        return new TypeClause(base, length, NONE, false, false, List.of(), text);
    }

    static TypeClause ofMembers(String base, List<String> members, TextClause text) {
        return new TypeClause(base, NONE, NONE, false, false, members, text);
    }

    /** The same with the collation of a COLLATE attribute. */
    TypeClause collated(String collation) {
        return new TypeClause(
                base, length, decimals, unsigned, zerofill, members, new TextClause(collation, text.binary()));
    }
}
