package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.GrantFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements of docs/grants.md are those of deploy/grants. */
class GrantsDocTest {
    @Test
    void documentHasEveryStatementInTheOrderOfTheFiles() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/grants.md")).stream()
                .filter(line -> line.startsWith("GRANT "))
                .toList();
        List<String> statements = Arrays.stream(GrantFile.values())
                .flatMap(file -> file.statements("dfs", "`" + schema(file) + "`").stream())
                .toList();
        assertThat(documented).isEqualTo(statements);
    }

    @Test
    void documentHasEveryCommandOfTheBrokersRights() throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/grants.md")).stream()
                        .filter(line -> line.startsWith("kafka-acls.sh "))
                        .toList())
                .isNotEmpty()
                .isEqualTo(KafkaGrants.commands());
    }

    private static String schema(GrantFile file) {
        return switch (file) {
            case SOURCE -> "shop";
            case TARGET, TARGET_DDL -> "store";
            case LOG, LOG_READER -> "dfs_shop";
        };
    }
}
