package io.dataflowsync.cdc.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.antlr.mysql.SqlModes;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.Test;

class LaterWordsTest {
    private static final String SYMBOL = "_SYMBOL";

    @Test
    void everyOtherWordIsANameToTheParserToo() {
        List<String> unknown = IntStream.rangeClosed(0, MySqlLexer.VOCABULARY.getMaxTokenType())
                .mapToObj(MySqlLexer.VOCABULARY::getSymbolicName)
                .filter(Objects::nonNull)
                .filter(name -> name.endsWith(SYMBOL))
                .map(name -> name.substring(0, name.length() - SYMBOL.length()))
                .filter(word -> !ReservedWords.contains(word) && !LaterWords.contains(word))
                .filter(word -> !isRead("ALTER TABLE t ADD COLUMN " + word + " INT")
                        || !isRead("CREATE TABLE t (a INT AS (" + word + " + 1) STORED, b INT AS (1 + " + word + "))"))
                .toList();

        assertThat(unknown).isEmpty();
    }

    private static boolean isRead(String sql) {
        MySqlLexer lexer = new MySqlLexer(CharStreams.fromString(sql));
        lexer.sqlModes = SqlModes.sqlModeFromString("");
        lexer.removeErrorListeners();
        MySqlParser parser = new MySqlParser(new CommonTokenStream(lexer));
        parser.sqlModes = SqlModes.sqlModeFromString("");
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            parser.queries();
            return true;
        } catch (ParseCancellationException e) {
            return false;
        }
    }
}
