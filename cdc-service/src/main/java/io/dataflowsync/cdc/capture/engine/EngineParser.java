package io.dataflowsync.cdc.capture.engine;

import io.debezium.connector.mysql.antlr.MySqlAntlrDdlParser;
import io.debezium.relational.Tables;
import java.util.List;

/** The engine's own parser of statements. */
public final class EngineParser {
    private EngineParser() {}

    /**
     * The tables after some statements.
     *
     * @param before statements that describe schemas and tables
     * @param schema the default schema of {@code statement}
     * @throws RuntimeException if the parser cannot read one of them
     */
    public static Tables parse(List<String> before, String schema, String statement) {
        Tables tables = new Tables();
        MySqlAntlrDdlParser parser = new MySqlAntlrDdlParser();
        before.forEach(known -> parser.parse(known, tables));
        parser.setCurrentSchema(schema);
        parser.parse(statement, tables);
        return tables;
    }
}
