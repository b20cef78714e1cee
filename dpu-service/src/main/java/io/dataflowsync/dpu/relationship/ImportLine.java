package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Holds one line of a file to import. The line itself is valid. */
record ImportLine(long number, KeySpace space, String oldKey, String newKey) {
    private static final Pattern KEY = Pattern.compile("-?[0-9]{1,20}");

    /** @throws IllegalArgumentException if the line is not valid; the message gives the reason */
    static ImportLine of(long number, CSVRecord record, KeySpaces spaces) {
        if (!record.isConsistent()) {
            throw new IllegalArgumentException(
                    "it has " + record.size() + " values, and the first line has another number of them");
        }
        String state = record.isMapped(RelationshipCsv.STATE) ? record.get(RelationshipCsv.STATE) : "applied";
        if (!state.equals(Relationship.State.APPLIED.word())) {
            throw new IllegalArgumentException(
                    "its state is '" + state + "': only rows that the target has can be imported");
        }
        KeySpace space = spaces.of(table(record.get(RelationshipCsv.SOURCE_TABLE)));
        BigInteger oldKey = key("old_key", record.get(RelationshipCsv.OLD_KEY));
        BigInteger newKey = key("new_key", record.get(RelationshipCsv.NEW_KEY));
        if (newKey.compareTo(space.largest()) > 0) {
            throw new IllegalArgumentException("the target's key column takes no number above " + space.largest());
        }
        return new ImportLine(number, space, oldKey.toString(), newKey.toString());
    }

    private static TableName table(String text) {
        int dot = text.indexOf('.');
        if (dot < 1 || dot == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not the name of a table: write schema.table");
        }
        return new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    private static BigInteger key(String column, String text) {
        return Optional.of(text)
                .filter(t -> KEY.matcher(t).matches())
                .map(BigInteger::new)
                .orElseThrow(() -> new IllegalArgumentException(column + " '" + text + "' is not an integer"));
    }
}
