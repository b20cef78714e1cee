package io.dataflowsync.dpu.relationship;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes relationships as CSV, as many as there are. */
public final class RelationshipExport {
    private final RelationshipReader reader;

    public RelationshipExport(DataSource log) {
        this.reader = new RelationshipReader(log);
    }

    /** @param sourceTable {@code schema.table}; null for all tables */
    public void write(@Nullable String sourceTable, OutputStream out) throws IOException {
        try (CSVPrinter printer = RelationshipCsv.printer(out)) {
            reader.each(sourceTable, row -> RelationshipCsv.print(printer, row));
        } catch (SQLException e) {
            throw new IOException("the relationships cannot be read on: " + e.getMessage(), e);
        }
    }
}
