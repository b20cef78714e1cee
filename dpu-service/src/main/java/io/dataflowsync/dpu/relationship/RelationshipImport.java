package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.dpu.relationship.ImportResult.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVRecord;

/**
 * Imports the relationships of rows that were migrated earlier: all lines of a file, or none. They get the state applied, so that a
 * snapshot updates the rows.
 *
 * <p>Each line is checked and staged. Then one short transaction compares the staged lines with the relationships that are stored.
 */
public final class RelationshipImport {
    /**
     * The query of the number of the last import; 0 for none. It is a part of the query with which a lane asks for all that is to be done,
     * so that the lane asks once.
     */
    public static final String LAST = "SELECT COALESCE(MAX(id), 0) FROM relationship_import";

    private static final int CHUNK = 1_000;

    private final DataSource log;
    private final DataSource target;
    private final DeadRows deadRows;
    private final LanePause lanes;

    public RelationshipImport(DataSource log, DataSource target, DeadRows deadRows, LanePause lanes) {
        this.log = log;
        this.target = target;
        this.deadRows = deadRows;
        this.lanes = lanes;
    }

    /** @throws IOException if the file cannot be read to its end */
    public ImportResult run(InputStream csv, KeySpaces spaces) throws IOException, SQLException {
        Problems problems = new Problems();
        try (Connection connection = log.getConnection();
                Connection rows = target.getConnection();
                ImportStage stage = ImportStage.open(connection)) {
            Lines lines = new Lines(spaces, problems, stage, rows);
            RelationshipCsv.read(csv, lines);
            lines.flush();
            ReservedKeys reserved = new ReservedKeys(connection, rows, spaces, deadRows);
            try (LanePause.Stopped stopped = stage.hasKeysAhead() ? lanes.begin() : LanePause.Stopped.NOT) {
                return stage.settle(lines.spaces(), lines.count, problems, reserved, stopped);
            }
        }
    }

    /** Checks the lines, 1,000 at a time, and stages the valid ones. */
    private static final class Lines implements RelationshipCsv.LineTaker {
        private final KeySpaces keySpaces;
        private final Problems problems;
        private final ImportStage stage;
        private final Connection rows;
        private final List<ImportLine> open = new ArrayList<>();
        private final Map<String, KeySpace> spaces = new LinkedHashMap<>();
        private long count;

        Lines(KeySpaces keySpaces, Problems problems, ImportStage stage, Connection rows) {
            this.keySpaces = keySpaces;
            this.problems = problems;
            this.stage = stage;
            this.rows = rows;
        }

        @Override
        public void take(long line, CSVRecord record) throws SQLException {
            count++;
            try {
                open.add(ImportLine.of(line, record, keySpaces));
            } catch (IllegalArgumentException e) {
                problems.add(line, String.valueOf(e.getMessage()));
            }
            if (open.size() >= CHUNK) {
                flush();
            }
        }

        @Override
        public void unreadable(long line, String problem) {
            problems.add(line, problem);
        }

        void flush() throws SQLException {
            stage.add(thoseOnTarget());
            open.clear();
        }

        List<KeySpace> spaces() {
            return List.copyOf(spaces.values());
        }

        private List<ImportLine> thoseOnTarget() throws SQLException {
            Map<KeySpace, Set<String>> keys = new LinkedHashMap<>();
            for (ImportLine line : open) {
                spaces.putIfAbsent(line.space().source().toString(), line.space());
                keys.computeIfAbsent(line.space(), s -> new HashSet<>()).add(line.newKey());
            }
            for (Map.Entry<KeySpace, Set<String>> space : keys.entrySet()) {
                space.setValue(there(space.getKey(), space.getValue()));
            }
            List<ImportLine> found = new ArrayList<>();
            for (ImportLine line : open) {
                if (keys.getOrDefault(line.space(), Set.of()).contains(line.newKey())) {
                    found.add(line);
                } else {
                    problems.add(
                            line.number(),
                            "the target's table " + line.space().target() + " has no row " + line.newKey());
                }
            }
            return found;
        }

        private Set<String> there(KeySpace space, Set<String> keys) throws SQLException {
            String key = Identifiers.quoted(space.keyColumn());
            String sql = "SELECT CAST(" + key + " AS CHAR) FROM " + Identifiers.quoted(space.target()) + " WHERE " + key
                    + " IN (" + String.join(", ", keys) + ")";
            try (PreparedStatement select = rows.prepareStatement(sql);
                    ResultSet found = select.executeQuery()) {
                Set<String> there = new HashSet<>();
                while (found.next()) {
                    there.add(found.getString(1));
                }
                return there;
            }
        }
    }
}
