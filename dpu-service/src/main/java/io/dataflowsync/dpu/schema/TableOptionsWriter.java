package io.dataflowsync.dpu.schema;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;
import java.util.Locale;
import java.util.Set;

/**
 * Decides which options of a table are carried to the target.
 *
 * <p>The target decides itself how it stores a table, and its next AUTO_INCREMENT number follows from its rows.
 */
final class TableOptionsWriter {
    /** Engines that keep no rows of their own: a table that gets one of them loses its rows. */
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
