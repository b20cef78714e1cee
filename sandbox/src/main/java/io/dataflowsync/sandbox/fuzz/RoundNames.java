package io.dataflowsync.sandbox.fuzz;

/** Makes the names of everything that belongs to one round: each round has schemas and a project of its own. */
record RoundNames(String project) {
    /** The table whose rows mark a place in the stream. */
    static final String MARK = "fuzz_mark";

    static final String MARK_TABLE = "CREATE TABLE " + MARK + " (id INT PRIMARY KEY AUTO_INCREMENT)";

    static RoundNames numbered(int number) {
        return new RoundNames("fuzz" + number);
    }

    /** The schema on the source and on the replica. */
    String source() {
        return project;
    }

    /** The schema on DFS's target. */
    String target() {
        return project + "_copy";
    }

    /** The schema of the logs. */
    String log() {
        return "dfs_" + project;
    }
}
