package io.dataflowsync.sandbox.fuzz;

/**
 * A stop of DFS that it has reported.
 *
 * @param code the code of the error, or {@code stuck} and {@code ended} if a service gave none
 * @param text the text of the report
 */
public record Stop(String code, String text) {
    private static final int SHOWN = 400;

    @Override
    public String toString() {
        String line = text.replace("\n", " ");
        return code + ": " + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
    }
}
