package io.dataflowsync.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageGuardTest {

    @Test
    void aPageOfTheSameHostAndPortMayOpenTheSocket() {
        assertThat(PageGuard.isSame("http://monitor:8080", "monitor:8080")).isTrue();
        assertThat(PageGuard.isSame("https://Monitor.example", "monitor.example"))
                .isTrue();
    }

    @Test
    void aPageOfAnotherHostOrPortMayNot() {
        assertThat(PageGuard.isSame("http://evil.example", "monitor:8080")).isFalse();
        assertThat(PageGuard.isSame("http://monitor:9090", "monitor:8080")).isFalse();
        assertThat(PageGuard.isSame("null", "monitor:8080")).isFalse();
        assertThat(PageGuard.isSame("http://not a host", "monitor:8080")).isFalse();
    }

    @Test
    void aClientThatIsNoBrowserHasNoOrigin() {
        assertThat(PageGuard.isSame(null, "monitor:8080")).isTrue();
    }

    @Test
    void aRequestThatTheBrowserSaysComesFromElsewhereMayNotAct() {
        assertThat(PageGuard.isSameSite("same-origin")).isTrue();
        assertThat(PageGuard.isSameSite(null)).isTrue();
        assertThat(PageGuard.isSameSite("same-site")).isFalse();
        assertThat(PageGuard.isSameSite("cross-site")).isFalse();
        assertThat(PageGuard.isSameSite("none")).isFalse();
    }
}
