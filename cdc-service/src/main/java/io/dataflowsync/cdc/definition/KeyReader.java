package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.SourceKey.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the definitions of keys and foreign keys. */
final class KeyReader {
    private static final List<String> STARTS =
            List.of("constraint", "primary", "unique", "index", "key", "fulltext", "spatial", "foreign", "check");

    private final Tokens tokens;
    private final ReferenceReader references;

    KeyReader(Tokens tokens, ReferenceReader references) {
        this.tokens = tokens;
        this.references = references;
    }

    boolean atKey() {
        return tokens.atAny(STARTS);
    }

    /** @param schema the schema of the table */
    void read(String schema, TableElements elements) {
        int from = tokens.canonical().size();
        String symbol = null;
        if (tokens.accept("constraint") && tokens.atName()) {
            symbol = tokens.name();
        }
        if (tokens.accept("primary", "key")) {
            name();
            elements.add(KeyClause.primary(parts()));
        } else if (tokens.accept("unique")) {
            acceptIndex();
            String name = name();
            elements.add(KeyClause.unique(name == null ? symbol : name, parts()));
        } else if (tokens.accept("foreign", "key")) {
            String indexName = name();
            ForeignKeyClause clause = references.read(schema, symbol, indexName, tokens.names());
            elements.add(clause, tokens.canonical().fold(from));
        } else if (tokens.accept("check")) {
            tokens.skipParentheses();
        } else {
            readPlain(elements);
        }
    }

    private void readPlain(TableElements elements) {
        if (tokens.accept("fulltext") || tokens.accept("spatial")) {
            acceptIndex();
        } else if (!acceptIndex()) {
            throw tokens.unexpected("a key");
        }
        elements.add(KeyClause.plain(name(), parts()));
    }

    private boolean acceptIndex() {
        return tokens.accept("index") || tokens.accept("key");
    }

    private @Nullable String name() {
        boolean named =
                tokens.atName() && !(tokens.at("type") && !tokens.peek(1).isSymbol('('));
        String name = named ? tokens.name() : null;
        skipAlgorithm();
        return name;
    }

    /** Steps over {@code USING BTREE}. */
    void skipAlgorithm() {
        if (tokens.accept("using") || tokens.accept("type")) {
            tokens.next();
        }
    }

    /** The columns of a key with their lengths, and the options after them. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        tokens.expectSymbol('(');
        do {
            parts.add(part());
        } while (tokens.acceptSymbol(','));
        tokens.expectSymbol(')');
        skipOptions();
        return parts;
    }

    private Part part() {
        String column = tokens.name();
        int length = 0;
        if (tokens.acceptSymbol('(')) {
            length = tokens.number();
            tokens.expectSymbol(')');
        }
        if (tokens.acceptAny("asc", "desc") != null) {
            tokens.replaceLast(""); // 5.7 reads and ignores it
        }
        return new Part(column, length);
    }

    private void skipOptions() {
        while (true) {
            if (tokens.accept("key_block_size")) {
                tokens.acceptSymbol('=');
                tokens.number();
            } else if (tokens.accept("comment")) {
                tokens.text();
            } else if (tokens.accept("with", "parser")) {
                tokens.name();
            } else if (tokens.at("using") || tokens.at("type")) {
                skipAlgorithm();
            } else {
                return;
            }
        }
    }
}
