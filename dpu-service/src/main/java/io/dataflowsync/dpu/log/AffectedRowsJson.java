package io.dataflowsync.dpu.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.AffectedKeys;
import io.dataflowsync.dpu.plan.AffectedRows;
import io.dataflowsync.dpu.plan.AffectedRows.Effect;
import io.dataflowsync.dpu.plan.RowName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes and reads affected rows as {@code dead_letter} keeps them: a row is {@code ["schema", "table", "key"]}. */
final class AffectedRowsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AffectedRowsJson() {}

    static String write(AffectedRows affected) {
        ObjectNode json = JSON.createObjectNode();
        rows(affected.rows(), json.putArray("rows"));
        rows(affected.parents(), json.putArray("parents"));
        rows(affected.left(), json.putArray("left"));
        ArrayNode tables = json.putArray("tables");
        affected.tables().forEach(t -> tables.addArray().add(t.schema()).add(t.table()));
        keys(affected.keys(), json);
        json.put("effect", affected.effect().name().toLowerCase(Locale.ROOT));
        return json.toString();
    }

    private static void rows(List<RowName> rows, ArrayNode json) {
        for (RowName row : rows) {
            json.addArray().add(row.table().schema()).add(row.table().table()).add(row.key());
        }
    }

    private static void keys(AffectedKeys affected, ObjectNode json) {
        if (!affected.isEmpty()) {
            ObjectNode keys = json.putObject("keys");
            rows(affected.givenUp(), keys.putArray("givenUp"));
            rows(affected.taken(), keys.putArray("taken"));
            rows(affected.left(), keys.putArray("left"));
            rows(affected.needed(), keys.putArray("needed"));
        }
    }

    static AffectedRows read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Set<TableName> tables = new HashSet<>();
            json.path("tables").forEach(t -> tables.add(table(t)));
            return new AffectedRows(
                    rows(json.path("rows")),
                    rows(json.path("parents")),
                    rows(json.path("left")),
                    tables,
                    effect(json),
                    keys(json.path("keys")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dead_letter.touched is no JSON: " + text, e);
        }
    }

    /** Reads the keys. A letter of an older version has none. */
    private static AffectedKeys keys(JsonNode json) {
        return new AffectedKeys(
                rows(json.path("givenUp")),
                rows(json.path("taken")),
                rows(json.path("left")),
                rows(json.path("needed")));
    }

    /** Reads the effect. A letter of an older version only states whether it has one. */
    private static Effect effect(JsonNode json) {
        String word = json.path("effect").asText(json.path("binding").asBoolean() ? "removes" : "none");
        return Effect.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<RowName> rows(JsonNode json) {
        List<RowName> rows = new ArrayList<>();
        json.forEach(row -> rows.add(new RowName(table(row), row.path(2).asText())));
        return rows;
    }

    private static TableName table(JsonNode json) {
        return new TableName(json.path(0).asText(), json.path(1).asText());
    }
}
