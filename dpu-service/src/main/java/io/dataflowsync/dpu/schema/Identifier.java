package io.dataflowsync.dpu.schema;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.IdentifierContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads the names in a statement, without their quotes. */
final class Identifier {
    private Identifier() {}

    /** The names of a reference, {@code `shop`.orders}, without their quotes. */
    static String[] parts(ParserRuleContext reference) {
        List<String> parts = new ArrayList<>();
        collect(reference, parts);
        return parts.toArray(String[]::new);
    }

    /** The last name of a reference: the column of {@code orders.id}. */
    static String last(ParserRuleContext reference) {
        String[] parts = parts(reference);
        return parts[parts.length - 1];
    }

    private static void collect(ParseTree tree, List<String> parts) {
        if (tree instanceof IdentifierContext) {
            parts.add(unquoted(tree.getText()));
            return;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            collect(tree.getChild(i), parts);
        }
    }

    private static String unquoted(String text) {
        char quote = text.charAt(0);
        boolean quoted = text.length() > 1 && (quote == '`' || quote == '"') && text.charAt(text.length() - 1) == quote;
        return quoted ? text.substring(1, text.length() - 1).replace("" + quote + quote, "" + quote) : text;
    }
}
