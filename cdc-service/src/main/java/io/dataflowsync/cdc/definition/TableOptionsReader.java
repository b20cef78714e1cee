package io.dataflowsync.cdc.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the options of a table: the character set and the engine; it steps over the others. */
final class TableOptionsReader {
    private static final List<String> OTHERS = List.of(
            "max_rows",
            "min_rows",
            "avg_row_length",
            "password",
            "comment",
            "compression",
            "encryption",
            "auto_increment",
            "pack_keys",
            "stats_auto_recalc",
            "stats_persistent",
            "stats_sample_pages",
            "checksum",
            "table_checksum",
            "delay_key_write",
            "row_format",
            "insert_method",
            "tablespace",
            "storage",
            "connection",
            "key_block_size");

    private static final Map<String, String> ENGINES =
            Map.of("heap", "memory", "merge", "mrg_myisam", "ndb", "ndbcluster", "innobase", "innodb");

    private final Tokens tokens;
    private final CharsetReader charsets;
    private final Optional<String> ofSchema;
    private TableOptions options = TableOptions.NONE;

    /** @param ofSchema the default collation of the table's schema; empty if it is not known */
    TableOptionsReader(Tokens tokens, CharsetReader charsets, Optional<String> ofSchema) {
        this.ofSchema = ofSchema;
        this.tokens = tokens;
        this.charsets = charsets;
    }

    /** All options that were read. */
    TableOptions options() {
        return options;
    }

    /** Sets the collation that another clause names; the last one counts. */
    void setCollation(String collation) {
        options = options.withCollation(collation);
    }

    /** Reads one option if one comes next. */
    boolean acceptOne() {
        return acceptCharset() || acceptEngine() || acceptOther();
    }

    private boolean acceptCharset() {
        int words = tokens.at("default") ? 1 : 0;
        Token next = tokens.peek(words);
        boolean collate = next.isWord("collate");
        boolean charset = next.isWord("charset")
                || ((next.isWord("character") || next.isWord("char"))
                        && tokens.peek(words + 1).isWord("set"));
        if (!collate && !charset) {
            return false;
        }
        int from = tokens.canonical().size();
        tokens.skip(words);
        if (collate) {
            tokens.next();
        } else {
            charsets.acceptCharset();
        }
        tokens.acceptSymbol('=');
        if (tokens.accept("default")) {
            options = options.withCollationOfSchema();
            ofSchema.ifPresent(collation -> tokens.canonical().replace(from, "COLLATE " + collation));
        } else {
            String collation = collate ? charsets.collate() : charsets.charset();
            options = options.withCollation(collation);
            if (charset && CharsetReader.isOtherInLater(collation)) {
                tokens.canonical().replace(from, "COLLATE " + collation);
            }
        }
        return true;
    }

    private boolean acceptEngine() {
        if (!tokens.accept("engine")) {
            return false;
        }
        tokens.acceptSymbol('=');
        String engine = tokens.nameOrText().toLowerCase(Locale.ROOT);
        options = options.withEngine(Objects.requireNonNullElse(ENGINES.get(engine), engine));
        return true;
    }

    private boolean acceptOther() {
        if (tokens.accept("union")) {
            tokens.acceptSymbol('=');
            tokens.skipParentheses();
            return true;
        }
        boolean directory = tokens.accept("data", "directory") || tokens.accept("index", "directory");
        if (!directory) {
            if (!tokens.atAny(OTHERS)) {
                return false;
            }
            tokens.next();
        }
        tokens.acceptSymbol('=');
        tokens.next();
        return true;
    }
}
