package io.dataflowsync.pipeline.json;

/** Prints the numbers of a document as MySQL 5.7 does: a DOUBLE without a fraction like an integer, 1.0 as 1, -0.0 as -0. */
public final class PrintedNumbers {
    private PrintedNumbers() {}

    /** Converts a document that 8.0 has printed to the form of 5.7. */
    public static String by57(String document) {
        StringBuilder printed = new StringBuilder(document.length());
        boolean quoted = false;
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (!quoted && document.startsWith(".0", i) && !isOfNumber(document, i + 2)) {
                i++;
                continue;
            }
            printed.append(c);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
                printed.append(document, i, Math.min(i + 1, document.length()));
            }
        }
        return printed.toString();
    }

    private static boolean isOfNumber(String document, int at) {
        return at < document.length() && "0123456789eE".indexOf(document.charAt(at)) >= 0;
    }
}
