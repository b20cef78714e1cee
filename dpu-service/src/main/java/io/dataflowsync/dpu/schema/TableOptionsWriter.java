package io.dataflowsync.dpu.schema;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;
import java.util.Locale;
import java.util.Set;

/** The options of a table. How it is stored is the target's own matter, and where its numbers go on is told by its rows. */
final class TableOptionsWriter {
    /** Engines that keep no rows of their own: those that a table had are gone when it gets one of them. */
    private static final Set<String> WITHOUT_ROWS = Set.of("BLACKHOLE", "MERGE", "MRG_MYISAM", "FEDERATED", "EXAMPLE");

    private TableOptionsWriter() {}

    /** Whether a table that gets the option loses its rows. */
    static boolean losesRows(CreateTableOptionContext option) {
        return option.ENGINE_SYMBOL() != null
                && WITHOUT_ROWS.contains(Identifier.last(option.engineRef()).toUpperCase(Locale.ROOT));
    }

    static boolean isCarried(CreateTableOptionContext option) {
        return option.defaultCharset() != null || option.defaultCollation() != null || option.COMMENT_SYMBOL() != null;
    }
}
