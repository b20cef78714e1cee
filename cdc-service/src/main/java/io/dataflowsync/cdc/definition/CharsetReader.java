package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.TypeClause.TextClause;
import org.jspecify.annotations.Nullable;

/** Reads the clauses that name a character set or a collation. */
final class CharsetReader {
    private static final String NATIONAL = "utf8";
    private static final String WITH_OTHER_DEFAULT = "utf8mb4_";

    private final Tokens tokens;
    private final Collations collations;

    CharsetReader(Tokens tokens, Collations collations) {
        this.tokens = tokens;
        this.collations = collations;
    }

    /** The character set after a type, {@code CHARACTER SET utf8 BINARY}. */
    TextClause ofType() {
        if (tokens.accept("byte")) {
            return new TextClause(Collations.BINARY, false);
        }
        boolean binary = tokens.accept("binary");
        String collation = collation();
        return new TextClause(collation, binary | (collation != null && tokens.accept("binary")));
    }

    private @Nullable String collation() {
        if (tokens.accept("ascii")) {
            return collations.ofCharset("latin1");
        }
        if (tokens.accept("unicode")) {
            return collations.ofCharset("ucs2");
        }
        return acceptCharset() ? charset() : null;
    }

    /** The attribute after a national type, whose character set is fixed. */
    TextClause ofNationalType() {
        return new TextClause(collations.ofCharset(NATIONAL), tokens.accept("binary"));
    }

    /** Steps over the words that announce a character set. */
    boolean acceptCharset() {
        return tokens.accept("charset") || tokens.accept("character", "set") || tokens.accept("char", "set");
    }

    /** The default collation of the character set that is named here. */
    String charset() {
        return collations.ofCharset(tokens.nameOrText());
    }

    /** Whether a character set that gives a column this collation would give it another one in 8.0. */
    static boolean isOtherInLater(String collation) {
        return collation.startsWith(WITH_OTHER_DEFAULT);
    }

    /** The collation that is named here. */
    String collate() {
        return collations.named(tokens.nameOrText());
    }
}
