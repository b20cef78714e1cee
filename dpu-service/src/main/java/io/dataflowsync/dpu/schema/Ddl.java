package io.dataflowsync.dpu.schema;

import io.debezium.antlr.mysql.SqlModes;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterCommandListContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListItemContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableActionsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SimpleStatementContext;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.TokenStreamRewriter;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Parses a statement with the grammar of the engine that captured it, and replaces parts of its text. */
final class Ddl {
    private final TokenStreamRewriter rewriter;
    private final SimpleStatementContext statement;
    private final Set<ParseTree> removed = Collections.newSetFromMap(new IdentityHashMap<>());

    private Ddl(CommonTokenStream tokens, SimpleStatementContext statement) {
        this.rewriter = new TokenStreamRewriter(tokens);
        this.statement = statement;
    }

    /**
     * Parses a statement. Double quotes enclose a name; if it cannot be parsed so, they enclose a text.
     *
     * @throws UnreadableDdlException if it is not a statement
     */
    static Ddl parse(String sql) {
        try {
            return parse(sql, "ANSI_QUOTES");
        } catch (UnreadableDdlException e) {
            if (sql.indexOf('"') < 0) {
                throw e;
            }
            return parse(sql, "");
        }
    }

    /** The items of an ALTER TABLE, in their order, without its options and its changes of partitions. */
    static List<AlterListItemContext> items(AlterTableContext alter) {
        return Optional.ofNullable(alter.alterTableActions())
                .map(AlterTableActionsContext::alterCommandList)
                .map(AlterCommandListContext::alterList)
                .map(AlterListContext::alterListItem)
                .orElse(List.of());
    }

    /** Whether an item gives the table another name. */
    static boolean renamesTable(AlterListItemContext item) {
        return item.RENAME_SYMBOL() != null && item.tableName() != null;
    }

    private static Ddl parse(String sql, String modes) {
        Refusing refusing = new Refusing();
        MySqlLexer lexer = new MySqlLexer(CharStreams.fromString(sql));
        lexer.sqlModes = SqlModes.sqlModeFromString(modes);
        lexer.removeErrorListeners();
        lexer.addErrorListener(refusing);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        MySqlParser parser = new MySqlParser(tokens);
        parser.sqlModes = SqlModes.sqlModeFromString(modes);
        parser.removeErrorListeners();
        parser.addErrorListener(refusing);
        return Optional.ofNullable(parser.queries().query(0))
                .map(query -> query.simpleStatement())
                .map(statement -> new Ddl(tokens, statement))
                .orElseThrow(() -> new UnreadableDdlException("it is not a statement"));
    }

    private static final class Refusing extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String text,
                @Nullable RecognitionException e) {
            throw new UnreadableDdlException("line " + line + ", column " + (column + 1) + ": " + text);
        }
    }

    SimpleStatementContext statement() {
        return statement;
    }

    void replace(ParserRuleContext what, String with) {
        rewriter.replace(what.start, what.stop, with);
    }

    void remove(ParserRuleContext what) {
        rewriter.replace(what.start, what.stop, "");
        removed.add(what);
    }

    boolean isRemoved(ParseTree part) {
        return removed.contains(part);
    }

    /** The text of a part, with its replacements. */
    String text(ParserRuleContext part) {
        return rewriter.getText(Interval.of(part.start.getTokenIndex(), part.stop.getTokenIndex()))
                .strip();
    }
}
