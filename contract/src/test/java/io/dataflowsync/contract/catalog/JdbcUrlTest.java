package io.dataflowsync.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.config.PipelineConfig.LogConfig;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.config.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcUrlTest {
    private static final Secret PASSWORD = new Secret("none");

    @Test
    void aCallerThatMustNotWaitGetsItsOwnTimeoutsAndNothingElse() {
        JdbcUrl source = JdbcUrl.source(new SourceConfig("db57", 3306, "dfs", PASSWORD, List.of("shop")));
        JdbcUrl log = JdbcUrl.logServer(new LogConfig("maria", 3306, "dfs", PASSWORD, "dfs_shop"));

        for (JdbcUrl url : List.of(source, log)) {
            String quick = url.within(Duration.ofSeconds(3)).url();
            assertThat(quick).contains("connectTimeout=3000", "socketTimeout=3000");
            assertThat(quick.replaceAll("(connect|socket)Timeout=\\d+", ""))
                    .isEqualTo(url.url().replaceAll("(connect|socket)Timeout=\\d+", ""));
        }
    }
}
