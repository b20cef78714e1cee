package io.dataflowsync.cdc.capture.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceOrderTest {

    @Test
    void aTableIsBehindThoseThatItRefersTo() {
        assertThat(order("", table("a", "m", "z"), table("m", "z"), table("z"), table("b")))
                .containsExactly("z", "m", "a", "b");
    }

    @Test
    void declaredReferencesCountAsForeignKeysDo() {
        String declared = """
                tables:
                  a: { references: { subject: { by: kind, tables: { Post: posts, User: shop.users } } } }
                """;
        assertThat(order(declared, table("a"), table("posts"), table("users"))).containsExactly("posts", "users", "a");
    }

    @Test
    void aRingAndATableThatRefersToItselfComeOnce() {
        assertThat(order("", table("a", "b"), table("b", "a"), table("self", "self")))
                .containsExactly("b", "a", "self");
    }

    @Test
    void aParentThatIsNotCapturedIsOfNoMatter() {
        assertThat(order("", table("a", "elsewhere"))).containsExactly("a");
    }

    private static List<String> order(String pipeline, TableDefinition... tables) {
        return ReferenceOrder.of(Arrays.asList(tables), Pipelines.of(pipeline)).stream()
                .map(TableName::table)
                .toList();
    }

    private static TableDefinition table(String name, String... parents) {
        List<ForeignKey> keys = Arrays.stream(parents)
                .map(parent -> new ForeignKey(
                        "to_" + parent, List.of(parent + "_id"), new TableName("shop", parent), List.of("id")))
                .toList();
        return new TableDefinition(new TableName("shop", name), List.of(), List.of("id"), List.of(), keys);
    }
}
