package io.dataflowsync.cdc.capture.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.table.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameChainsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s.a s.b, s.c s.d | s.a s.b, s.c s.d",
                "s.a x.t, x.t s.b | s.a s.b",
                "s.a x.t, s.c s.d, x.t s.b | s.c s.d, s.a s.b",
                "s.a x.t, x.t x.u, x.u s.b | s.a s.b",
                "s.a x.t, x.t x.u | s.a x.u",
                "s.a x.t, s.b s.a, x.t s.b | s.a s.dfs_aside_0, s.b s.a, s.dfs_aside_0 s.b",
                "s.a x.t, x.t s.a | s.a x.t, x.t s.a",
                "x.t s.a | x.t s.a",
                "s.a x.t | s.a x.t"
            })
    void aTableThatGoesByWayOfAnotherSchemaIsRenamedWithoutIt(String effects, String parts) {
        assertThat(RenameChains.without(effects(effects), name -> name.schema().equals("s")))
                .isEqualTo(effects(parts));
    }

    private static List<TableEffect> effects(String renames) {
        return Arrays.stream(renames.split(", "))
                .map(rename -> rename.split(" "))
                .map(names -> new TableEffect(name(names[1]), Kind.RENAMED, name(names[0]), Map.of(), null))
                .toList();
    }

    private static TableName name(String name) {
        return TableName.named(name, "s");
    }
}
