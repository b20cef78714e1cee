package io.dataflowsync.cdc.capture.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeReachTest {
    private static final List<TableDefinition> TABLES = List.of(
            table("grandchild", "child", Rule.CASCADE, Rule.NO_ACTION),
            table("child", "parent", Rule.SET_NULL, Rule.NO_ACTION),
            table("renamed", "parent", Rule.NO_ACTION, Rule.CASCADE),
            table("guarded", "parent", Rule.NO_ACTION, Rule.NO_ACTION),
            table("parent", "parent", Rule.CASCADE, Rule.NO_ACTION));

    @Test
    void whateverTheSourceChangesByItselfIsReached() {
        assertThat(CascadeReach.of(List.of(name("parent")), TABLES))
                .containsExactly(name("child"), name("grandchild"), name("parent"), name("renamed"));
    }

    @Test
    void aTableThatNothingFollowsIsAlone() {
        assertThat(CascadeReach.of(List.of(name("guarded")), TABLES)).containsExactly(name("guarded"));
    }

    @Test
    void whatIsReadAtOnePlaceIsTiedByTheKeysThatActInEitherDirection() {
        assertThat(CascadeReach.tied(List.of(name("grandchild")), TABLES))
                .containsExactly(name("child"), name("grandchild"), name("parent"), name("renamed"));
        assertThat(CascadeReach.tied(List.of(name("guarded")), TABLES)).containsExactly(name("guarded"));
    }

    @Test
    void aParentThatIsNotCapturedIsNotTied() {
        List<TableDefinition> tables = List.of(table("child", "elsewhere", Rule.CASCADE, Rule.NO_ACTION));
        assertThat(CascadeReach.tied(List.of(name("child")), tables)).containsExactly(name("child"));
    }

    private static TableDefinition table(String name, String parent, Rule onDelete, Rule onUpdate) {
        ForeignKey key = new ForeignKey("f", List.of("p"), name(parent), List.of("id"), onDelete, onUpdate);
        return new TableDefinition(name(name), List.of(), List.of("id"), List.of(), List.of(key));
    }

    private static TableName name(String table) {
        return new TableName("shop", table);
    }
}
