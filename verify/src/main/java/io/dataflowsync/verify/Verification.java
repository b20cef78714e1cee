package io.dataflowsync.verify;

import java.util.List;
import java.util.Optional;

/**
 * The result of a comparison.
 *
 * @param tables how many tables of the source were compared
 * @param rows how many rows of the source were looked up on the target
 * @param sourceRows how many rows the captured tables of the source have, compared or not
 * @param unrelated how many of the rows should have a relationship and have none; each is a difference too
 * @param toNowhere how many references of the source name a row that it does not have
 * @param differences all differences
 * @param uncompared the columns that could not be compared, a line each: {@code clients.label: made by an expression}
 * @param remarks assumptions and findings that are no differences, but that an operator should know, a line each
 */
public record Verification(
        int tables,
        long rows,
        long sourceRows,
        long unrelated,
        long toNowhere,
        List<RowDifference> differences,
        List<String> uncompared,
        List<String> remarks) {

    /** The reason why the absence of differences means nothing; empty if something was compared. */
    public Optional<String> nothingCompared() {
        if (tables == 0) {
            return Optional.of("nothing was compared: no captured table of the source was found"
                    + (uncompared.isEmpty() ? "" : " that can be compared (" + String.join("; ", uncompared) + ")"));
        }
        return rows == 0 && sourceRows > 0
                ? Optional.of(
                        "nothing was compared: none of the source's " + sourceRows + " rows is to be on the target")
                : Optional.empty();
    }

    /** Whether something was compared, and all of it is as it should be. */
    public boolean isClean() {
        return differences.isEmpty() && nothingCompared().isEmpty();
    }

    /** The same result with other differences. */
    public Verification with(List<RowDifference> others) {
        return new Verification(
                tables, rows, sourceRows, unrelated, toNowhere, List.copyOf(others), uncompared, remarks);
    }
}
