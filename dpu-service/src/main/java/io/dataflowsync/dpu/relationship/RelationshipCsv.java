package io.dataflowsync.dpu.relationship;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Reads and writes relationships as CSV (RFC 4180, UTF-8) with a header line. An exported file can be imported. */
final class RelationshipCsv {
    static final String SOURCE_TABLE = "source_table";
    static final String OLD_KEY = "old_key";
    static final String NEW_KEY = "new_key";
    static final String STATE = "state";
    private static final List<String> COLUMNS = List.of(SOURCE_TABLE, OLD_KEY, "target_table", NEW_KEY, STATE);
    /** A column that files of earlier releases have. */
    private static final String FORMER = "changed_at";

    private static final List<String> NEEDED = List.of(SOURCE_TABLE, OLD_KEY, NEW_KEY);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RelationshipCsv() {}

    /** Receives the lines of a file. A line that is not valid CSV is reported as a problem, and ends the reading. */
    interface LineTaker {
        void take(long line, CSVRecord record) throws SQLException;

        void unreadable(long line, String problem);
    }

    static CSVPrinter printer(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        return new CSVPrinter(
                writer,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(COLUMNS.toArray(String[]::new))
                        .get());
    }

    static void print(CSVPrinter printer, RelationshipRow row) throws IOException {
        printer.printRecord(row.sourceTable(), row.oldKey(), row.targetTable(), row.newKey(), row.state());
    }

    static void read(InputStream in, LineTaker taker) throws IOException, SQLException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(withoutMark(in)).setFormat(format).get()) {
            List<String> unknown = parser.getHeaderNames().stream()
                    .filter(name -> !COLUMNS.contains(name) && !FORMER.equals(name))
                    .toList();
            List<String> missing = NEEDED.stream()
                    .filter(name -> !parser.getHeaderNames().contains(name))
                    .toList();
            if (unknown.isEmpty() && missing.isEmpty()) {
                readLines(parser, taker);
            } else {
                String which = missing.isEmpty() ? "it has also " + unknown : "it lacks " + missing;
                taker.unreadable(1, "the first line has to name the columns source_table,old_key,new_key: " + which);
            }
        } catch (IllegalArgumentException e) {
            taker.unreadable(1, "the header is not CSV: " + e.getMessage());
        }
    }

    private static void readLines(CSVParser parser, LineTaker taker) throws SQLException {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                taker.take(parser.getCurrentLineNumber(), record);
            }
        } catch (UncheckedIOException e) {
            taker.unreadable(parser.getCurrentLineNumber() + 1, "not CSV: " + e.getMessage());
        }
    }

    private static Reader withoutMark(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
