package io.dataflowsync.dpu.schema;

/** What somebody does where rows of the source have changed in no event, so that the target's cannot follow. */
public final class WayOn {
    /** What follows, once the rows are gone. */
    public static final String READ_AGAIN =
            "the lane goes on by itself. Then dismiss the dead letters of the table, and read it again with"
                    + " POST /api/v1/capture/snapshots of cdc-service. (A table without a primary key cannot be read again:"
                    + " give its rows there by hand what the source's have behind the statement, then pass the statement)";

    /** What follows, once somebody has done by hand what no statement can; how is said by the remedy of the halt. */
    public static final String PASS = "then pass the statement";

    private WayOn() {}

    /**
     * The source's rows go from the target, and come again.
     *
     * @param table of the target, quoted
     */
    public static String deleteAndReadAgain(String table) {
        return "Delete the rows of " + table + " that came from the source, with foreign_key_checks = 0: " + READ_AGAIN;
    }
}
