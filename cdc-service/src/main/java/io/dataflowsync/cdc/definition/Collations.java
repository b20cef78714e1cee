package io.dataflowsync.cdc.definition;

import java.util.Locale;

/** Looks up the character sets and collations of a server. */
final class Collations {
    static final String BINARY = "binary";

    private final SourceServer server;

    Collations(SourceServer server) {
        this.server = server;
    }

    /** The default collation of a character set. */
    String ofCharset(String charset) {
        String name = charset.toLowerCase(Locale.ROOT);
        String collation = server.defaultCollationByCharset().get(name.equals("utf8mb3") ? "utf8" : name);
        if (collation == null) {
            throw new UnclearException("the server has no character set " + charset);
        }
        return collation;
    }

    /** The collation of that name as the server spells it. */
    String named(String collation) {
        String name = collation.toLowerCase(Locale.ROOT);
        if (!server.collationsByNumber().containsValue(name)) {
            throw new UnclearException("the server has no collation " + collation);
        }
        return name;
    }

    /** The collation with a number that the session states. */
    String numbered(int number) {
        String collation = server.collationsByNumber().get(number);
        if (collation == null) {
            throw new UnclearException("the server has no collation of number " + number);
        }
        return collation;
    }

    /** The collation of the same character set that compares bytes. */
    static String binaryOf(String collation) {
        return collation.equals(BINARY) ? BINARY : charset(collation) + "_bin";
    }

    static String charset(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** The largest number of bytes of a character. */
    int bytes(String collation) {
        Integer bytes = server.bytesByCharset().get(charset(collation));
        if (bytes == null) {
            throw new UnclearException("it is not known how long the characters of " + collation + " are");
        }
        return bytes;
    }
}
