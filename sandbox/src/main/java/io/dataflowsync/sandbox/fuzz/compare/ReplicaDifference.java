package io.dataflowsync.sandbox.fuzz.compare;

/**
 * A difference between DFS's target and MySQL's own replica.
 *
 * @param table the table, by the replica's name
 * @param what the kind: a table, a definition, or the key of a row
 * @param expected what the replica has, with new keys instead of the old ones
 * @param actual what the target has
 */
public record ReplicaDifference(String table, String what, String expected, String actual) {
    private static final int SHOWN = 700;

    @Override
    public String toString() {
        return table + " " + what + "\n      replica " + shown(expected) + "\n      target  " + shown(actual);
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
