package io.dataflowsync.sandbox.fuzz;

/**
 * Something that DFS would not go on with, and said so.
 *
 * @param code of the error, or {@code stuck} and {@code ended} where a service gave none
 * @param text what it said
 */
public record Stop(String code, String text) {
    private static final int SHOWN = 400;

    @Override
    public String toString() {
        String line = text.replace("\n", " ");
        return code + ": " + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
    }
}
