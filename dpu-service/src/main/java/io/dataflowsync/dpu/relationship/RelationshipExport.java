package io.dataflowsync.dpu.relationship;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes relationships as CSV, without a limit of their number. */
public final class RelationshipExport {
    private final RelationshipReader reader;

    public RelationshipExport(DataSource log) {
        this.reader = new RelationshipReader(log);
    }

    /**
     * Writes all relationships, or those of one table or state.
     *
     * @param sourceTable {@code schema.table}; null for all tables
     * @param state the word of their state; null for all states
     */
    public void write(@Nullable String sourceTable, @Nullable String state, OutputStream out) throws IOException {
        try (CSVPrinter printer = RelationshipCsv.printer(out)) {
            reader.each(sourceTable, row -> {
                if (state == null || state.equals(row.state())) {
                    RelationshipCsv.print(printer, row);
                }
            });
        } catch (SQLException e) {
            throw new IOException("the relationships cannot be read to the end: " + e.getMessage(), e);
        }
    }
}
