package io.dataflowsync.sandbox.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void theSourceAndTheTargetHaveTheSameNumberOfTables() {
        assertThat(SqlScript.statements("source")).hasSize(7).allMatch(sql -> sql.startsWith("CREATE TABLE "));
        assertThat(SqlScript.statements("target")).hasSize(7).allMatch(sql -> sql.startsWith("CREATE TABLE "));
    }

    @Test
    void theDemosPipelineFileDropsAndMasksWhatMustNotLeave() {
        List<String> lines =
                SqlScript.text("demo/pipeline.yaml").lines().map(String::strip).toList();
        assertThat(lines).anyMatch(line -> line.startsWith("ssn: { drop: true }"));
        assertThat(lines).anyMatch(line -> line.startsWith("email: { mask: hash }"));
    }
}
