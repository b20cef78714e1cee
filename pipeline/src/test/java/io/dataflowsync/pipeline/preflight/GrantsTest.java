package io.dataflowsync.pipeline.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrantsTest {
    private static Grants grants(String... lines) {
        return new Grants(Stream.of(lines));
    }

    @Test
    void aPrivilegeOnEverythingHoldsEverywhere() {
        Grants grants = grants("GRANT SELECT, RELOAD, REPLICATION SLAVE ON *.* TO 'dfs'@'%'");
        assertThat(grants.everywhere("RELOAD")).isTrue();
        assertThat(grants.everywhere("REPLICATION SLAVE")).isTrue();
        assertThat(grants.everywhere("REPLICATION CLIENT")).isFalse();
        assertThat(grants.in("shop", "SELECT")).isTrue();
        assertThat(grants.in("shop", "INSERT")).isFalse();
    }

    @Test
    void allPrivilegesAreEach() {
        assertThat(grants("GRANT ALL PRIVILEGES ON *.* TO 'root'@'localhost' WITH GRANT OPTION")
                        .everywhere("RELOAD"))
                .isTrue();
        assertThat(grants("GRANT ALL PRIVILEGES ON `shop`.* TO 'dfs'@'%'").in("shop", "SELECT"))
                .isTrue();
    }

    @Test
    void aPrivilegeOnASchemaHoldsThereAlone() {
        Grants grants = grants("GRANT USAGE ON *.* TO 'dfs'@'%'", "GRANT SELECT, INSERT ON `shop`.* TO 'dfs'@'%'");
        assertThat(grants.in("shop", "SELECT")).isTrue();
        assertThat(grants.in("shop2", "SELECT")).isFalse();
        assertThat(grants.everywhere("SELECT")).isFalse();
    }

    @Test
    void aSchemaIsAPatternUnlessEscaped() {
        assertThat(grants("GRANT SELECT ON `shop\\_%`.* TO 'dfs'@'%'").in("shop_eu", "SELECT"))
                .isTrue();
        assertThat(grants("GRANT SELECT ON `shop\\_%`.* TO 'dfs'@'%'").in("shopping", "SELECT"))
                .isFalse();
        assertThat(grants("GRANT SELECT ON `sh_p`.* TO 'dfs'@'%'").in("shop", "SELECT"))
                .isTrue();
        assertThat(grants("GRANT SELECT ON `a``b.c`.* TO 'dfs'@'%'").in("a`b.c", "SELECT"))
                .isTrue();
    }

    @Test
    void aPrivilegeOnATableOrItsColumnsIsOneInTheSchema() {
        assertThat(grants("GRANT SELECT ON `shop`.`orders` TO 'dfs'@'%'").in("shop", "SELECT"))
                .isTrue();
        assertThat(grants("GRANT SELECT (id, name), UPDATE (name) ON `shop`.`orders` TO 'dfs'@'%'")
                        .in("shop", "UPDATE"))
                .isTrue();
    }

    @Test
    void aRoleIsNoPrivilege() {
        assertThat(grants("GRANT `reader`@`%` TO `dfs`@`%`").everywhere("SELECT"))
                .isFalse();
    }
}
