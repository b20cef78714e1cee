package io.dataflowsync.dpu.schema;

/**
 * Writes the remedies for source rows that changed although the binlog has no event for them, so that the target's rows cannot follow.
 */
public final class WayOn {
    /** The steps after the rows are deleted. */
    public static final String READ_AGAIN =
            "the lane goes on by itself. Then dismiss the dead letters of the table, and read it again with"
                    + " POST /api/v1/capture/snapshots of cdc-service. (A table without a primary key cannot be read again:"
                    + " give its rows there by hand the values that the source's rows have after the statement, then pass the statement)";

    /** The step after an operator has done by hand what no statement can do; the remedy of the halt says how. */
    public static final String PASS = "then pass the statement";

    private WayOn() {}

    /**
     * The remedy by which the source's rows are deleted from the target and read again.
     *
     * @param table the target's table, quoted
     */
    public static String deleteAndReadAgain(String table) {
        return "Delete the rows of " + table + " that came from the source, with foreign_key_checks = 0: " + READ_AGAIN;
    }
}
