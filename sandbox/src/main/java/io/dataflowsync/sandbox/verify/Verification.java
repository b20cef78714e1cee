package io.dataflowsync.sandbox.verify;

import java.util.List;
import java.util.Optional;

/**
 * What a comparison found.
 *
 * @param tables how many tables of the source were compared
 * @param rows how many rows of the source were looked up on the target
 * @param sourceRows how many rows the captured tables of the source have, compared or not
 * @param unrelated how many of the rows should have a relationship and have none; each is a difference too
 * @param toNowhere how many references of the source name a row that it does not have
 * @param differences all of them
 * @param uncompared what could not be compared, a line each: {@code clients.label: made by an expression}
 * @param remarks what the comparison went by, or met, that is no difference and that somebody should know, a line each
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

    /** Why no differences mean nothing; empty where something was compared. */
    public Optional<String> nothingCompared() {
        if (tables == 0) {
            return Optional.of("nothing was compared: no captured table of the source was met"
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

    /** The same with other differences. */
    public Verification with(List<RowDifference> others) {
        return new Verification(
                tables, rows, sourceRows, unrelated, toNowhere, List.copyOf(others), uncompared, remarks);
    }
}
