package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.table.TableName;
import io.debezium.antlr.mysql.SqlModes;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IdentifierContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.QueryExpressionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ReferencesContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableRefContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * The names of the tables in a statement.
 *
 * @param tables the tables that it changes, in its order; empty if it changes none, or cannot be read
 * @param creates whether it creates a table
 * @param renames whether it renames its first table to the second name
 */
public record SourceStatement(List<TableName> tables, boolean creates, boolean renames) {
    private static final SourceStatement NOTHING = new SourceStatement(List.of(), false, false);

    /** @param database the schema of a table that the statement names without one */
    public static SourceStatement parse(String sql, String database) {
        for (String modes : List.of("ANSI_QUOTES", "")) {
            try {
                return read(tree(sql, modes), database);
            } catch (ParseCancellationException e) {
                // Double quotes enclose a name in one mode, and a text in the other. A statement that neither mode can
                // read changes no
                // table here.
            }
        }
        return NOTHING;
    }

    private static ParseTree tree(String sql, String modes) {
        MySqlLexer lexer = new MySqlLexer(CharStreams.fromString(sql));
        lexer.sqlModes = SqlModes.sqlModeFromString(modes);
        lexer.removeErrorListeners();
        MySqlParser parser = new MySqlParser(new CommonTokenStream(lexer));
        parser.sqlModes = SqlModes.sqlModeFromString(modes);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return parser.queries();
    }

    private static SourceStatement read(ParseTree tree, String database) {
        boolean[] kinds = new boolean[2];
        List<TableName> tables = new ArrayList<>();
        collect(tree, database, tables, kinds);
        return new SourceStatement(List.copyOf(tables), kinds[0], kinds[1] && tables.size() == 2);
    }

    private static void collect(ParseTree tree, String database, List<TableName> tables, boolean[] kinds) {
        if (tree instanceof ReferencesContext || tree instanceof QueryExpressionContext) {
            return;
        }
        if (tree instanceof TableRefContext || tree instanceof TableNameContext) {
            tables.add(name(tree, database));
            return;
        }
        kinds[0] |= tree instanceof CreateTableContext;
        kinds[1] |= tree instanceof MySqlParser.RenamePairContext
                || tree instanceof MySqlParser.AlterListItemContext item && item.tableName() != null;
        int end = tree instanceof CreateTableContext create
                ? create.children.indexOf(create.tableName()) + 1
                : tree.getChildCount();
        for (int i = 0; i < end; i++) {
            collect(tree.getChild(i), database, tables, kinds);
        }
    }

    private static TableName name(ParseTree reference, String database) {
        List<String> parts = new ArrayList<>();
        parts(reference, parts);
        return parts.size() == 1 ? new TableName(database, parts.get(0)) : new TableName(parts.get(0), parts.get(1));
    }

    private static void parts(ParseTree tree, List<String> parts) {
        if (tree instanceof IdentifierContext) {
            String text = tree.getText();
            char quote = text.charAt(0);
            boolean quoted = text.length() > 1 && (quote == '`' || quote == '"');
            parts.add(quoted ? text.substring(1, text.length() - 1).replace("" + quote + quote, "" + quote) : text);
            return;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            parts(tree.getChild(i), parts);
        }
    }

    /** The same statement, with the names of its tables as the source keeps them. */
    public SourceStatement kept(UnaryOperator<TableName> names) {
        return new SourceStatement(tables.stream().map(names).toList(), creates, renames);
    }

    /** The new name of the renamed table. */
    public Optional<TableName> renamed() {
        return renames ? Optional.of(tables.get(1)) : Optional.empty();
    }

    /** The earlier name of the renamed table. */
    public Optional<TableName> renamedFrom() {
        return renames ? Optional.of(tables.get(0)) : Optional.empty();
    }
}
