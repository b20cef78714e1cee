package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a reference: the word REFERENCES, the parent, its columns and the rules. */
final class ReferenceReader {
    private final Tokens tokens;
    private final TableNameReader names;

    ReferenceReader(Tokens tokens, TableNameReader names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** Steps over a reference in the definition of a column, which the server ignores. */
    void skip() {
        tokens.expect("references");
        names.readParent(names.defaultSchema());
        if (tokens.atSymbol('(')) {
            tokens.skipParentheses();
        }
        new Rules().read();
    }

    /**
     * @param schema the schema of the child
     * @param symbol the name after CONSTRAINT
     * @param indexName the name after FOREIGN KEY
     */
    ForeignKeyClause read(String schema, @Nullable String symbol, @Nullable String indexName, List<String> columns) {
        tokens.expect("references");
        TableName parent = names.readParent(schema);
        List<String> parentColumns = tokens.names();
        Rules rules = new Rules();
        rules.read();
        return new ForeignKeyClause(symbol, indexName, columns, parent, parentColumns, rules.onDelete, rules.onUpdate);
    }

    /** The rules for the referring rows. */
    private final class Rules {
        private Rule onDelete = Rule.NO_ACTION;
        private Rule onUpdate = Rule.NO_ACTION;

        void read() {
            while (true) {
                if (tokens.accept("match")) {
                    tokens.next();
                } else if (tokens.accept("on", "delete")) {
                    onDelete = rule();
                } else if (tokens.at("on", "update") && isRule()) {
                    tokens.skip(2);
                    onUpdate = rule();
                } else {
                    return;
                }
            }
        }

        private boolean isRule() {
            Token word = tokens.peek(2);
            return word.isWord("restrict") || word.isWord("cascade") || word.isWord("set") || word.isWord("no");
        }

        private Rule rule() {
            if (tokens.accept("cascade")) {
                return Rule.CASCADE;
            }
            if (tokens.accept("set", "null")) {
                return Rule.SET_NULL;
            }
            if (tokens.accept("set", "default")) {
                return Rule.SET_DEFAULT;
            }
            if (tokens.accept("restrict") || tokens.accept("no", "action")) {
                return Rule.NO_ACTION;
            }
            throw tokens.unexpected("a rule of a foreign key");
        }
    }
}
