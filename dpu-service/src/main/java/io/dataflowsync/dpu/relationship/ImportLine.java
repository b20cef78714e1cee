package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** A line of a file to import that is right in itself. */
record ImportLine(long number, KeySpace space, String oldKey, String newKey) {
    private static final Pattern KEY = Pattern.compile("-?[0-9]{1,20}");

    /** @throws IllegalArgumentException where it is not: says why */
    static ImportLine of(long number, CSVRecord record, KeySpaces spaces) {
        if (!record.isConsistent()) {
            throw new IllegalArgumentException(
                    "it has " + record.size() + " values, and the first line another number");
        }
        String state = record.isMapped(RelationshipCsv.STATE) ? record.get(RelationshipCsv.STATE) : "applied";
        if (!state.equals(Relationship.State.APPLIED.word())) {
            throw new IllegalArgumentException(
                    "its state is '" + state + "': only rows that are there can be imported");
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
            throw new IllegalArgumentException("'" + text + "' is no table: write schema.table");
        }
        return new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    private static BigInteger key(String column, String text) {
        return Optional.of(text)
                .filter(t -> KEY.matcher(t).matches())
                .map(BigInteger::new)
                .orElseThrow(() -> new IllegalArgumentException(column + " '" + text + "' is no integer"));
    }
}
