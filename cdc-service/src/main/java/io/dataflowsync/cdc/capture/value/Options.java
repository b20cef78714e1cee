package io.dataflowsync.cdc.capture.value;

/** The options of ENUM and SET columns as the engine tells those of the binlog: as the table's definition spells them, commas masked. */
public final class Options {
    private Options() {}

    /** The option, or options with commas between them, that this text stands for. */
    public static String unescaped(String told) {
        if (told.indexOf('\\') < 0) {
            return told;
        }
        StringBuilder option = new StringBuilder(told.length());
        for (int i = 0; i < told.length(); i++) {
            char c = told.charAt(i);
            option.append(c == '\\' && i + 1 < told.length() ? meant(told.charAt(++i)) : c);
        }
        return option.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001a';
            default -> escaped;
        };
    }
}
