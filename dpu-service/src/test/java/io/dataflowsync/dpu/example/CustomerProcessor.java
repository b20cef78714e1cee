package io.dataflowsync.dpu.example;

import io.dataflowsync.pipeline.processor.TableProcessor;
import io.dataflowsync.pipeline.processor.TargetChange;
import jakarta.inject.Singleton;
import java.util.Map;

/** Splits full names, keeps test accounts out, and writes each customer's newsletter to a table of its own. */
@Singleton
public final class CustomerProcessor implements TableProcessor {
    @Override
    public String name() {
        return "customers";
    }

    @Override
    public void change(TargetChange change) {
        if (String.valueOf(change.row().get("mail")).endsWith("@test.example")) {
            change.drop();
            return;
        }
        if (change.kind() == TargetChange.Kind.GONE) {
            change.remove(
                    "newsletter", Map.of("customer_id", change.subject().key().get("id")));
            return;
        }
        Object name = change.values().get("name");
        if (name instanceof String full) {
            int space = full.lastIndexOf(' ');
            change.leave("name");
            change.set("first_name", space < 0 ? null : full.substring(0, space));
            change.set("last_name", full.substring(space + 1));
        }
        if (change.values().has("newsletter")) {
            boolean wanted = Long.valueOf(1).equals(change.values().get("newsletter"));
            change.leave("newsletter");
            Map<String, Object> key =
                    Map.of("customer_id", change.subject().key().get("id"));
            if (wanted) {
                change.put("newsletter", key, Map.of("mail", change.row().get("mail")));
            } else {
                change.remove("newsletter", key);
            }
        }
    }
}
