package io.dataflowsync.dpu.schema;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;

/** The options of a table. How it is stored is the target's own matter, and where its numbers go on is told by its rows. */
final class Options {
    private Options() {}

    static boolean isCarried(CreateTableOptionContext option) {
        return option.defaultCharset() != null || option.defaultCollation() != null || option.COMMENT_SYMBOL() != null;
    }
}
