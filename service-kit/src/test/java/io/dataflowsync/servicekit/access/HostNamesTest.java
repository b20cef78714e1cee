package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    private final HostNames names = HostNames.of("dfs.example, Monitor ,");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST.",
                "shop.localhost",
                "127.0.0.1",
                "10.1.2.3",
                "[::1]",
                "::1",
                "dfs.example",
                "DFS.Example",
                "monitor"
            })
    void addressesAndItsOwnNamesAreAllowed(String host) {
        assertThat(names.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "dfs.example.evil",
                "1.2.3.4.evil",
                "1.2.3",
                "",
                "a:b",
                "face"
            })
    void otherNamesAreNot(String host) {
        assertThat(names.allow(host)).isFalse();
    }

    @Test
    void noBrowserLeavesTheHostOut() {
        assertThat(names.allow(null)).isTrue();
    }
}
