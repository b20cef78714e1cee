package io.dataflowsync.monitor.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.dataflowsync.monitor.MonitorProcess;
import io.dataflowsync.monitor.WrittenLog;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind a proxy that puts it at the top or below a path and rewrites the host; and a browser for which there is no place. */
class ProxiedPageIT {
    /** A name that no browser trusts as it trusts localhost. */
    private static final String HOST = "dfs.example";

    private static final String PASSWORD = "of-the-admin";

    private static WrittenLog log;
    private static ActingDpu dpu;
    private static MonitorProcess monitor;
    private static Nginx nginx;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        log = WrittenLog.withTables();
        dpu = ActingDpu.start(log);
        monitor = MonitorProcess.start(
                log,
                Map.of("MONITOR_DPU_URL", dpu.address(), "MONITOR_MAX_BROWSERS", "1", "DFS_ADMIN_PASSWORD", PASSWORD));
        nginx = Nginx.start(log.run(), monitor.port());
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright, "--host-resolver-rules=MAP " + HOST + " 127.0.0.1");
        PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
    }

    @AfterAll
    static void stop() {
        playwright.close();
        nginx.close();
        monitor.close();
        dpu.close();
        log.close();
    }

    @BeforeEach
    void clear() {
        log.clear();
        dpu.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dfs/"})
    void thePageWorksBehindAProxyThatRewritesTheHost(String place) throws Exception {
        log.capture(100, "customers", "Ada");
        log.kill(100, "customers", "no such tier");
        try (Page page = visit(place)) {
            assertThat(page.locator("dfs-chip#connection")).hasText("live");
            assertThat(page.locator("dfs-failures li")).hasCount(1);

            page.getByText("Replay all").click();
            Locator login = page.locator("dfs-login dialog");
            login.getByLabel("Password").fill(PASSWORD);
            login.getByText("Log in").click();
            assertThat(page.locator("dfs-failures")).containsText("A replay of 1 was asked for.");
            assertThat(dpu.requests())
                    .extracting(ActingDpu.Request::path)
                    .containsExactly("/api/v1/dead-letters/replay");

            page.locator("dfs-failures li a").click();
            assertThat(page.locator("dfs-event")).containsText("Ada");
            log.capture(200, "orders", "b");
            page.locator("nav").getByText("CDC unit").click();
            assertThat(page.locator("dfs-log tbody tr")).hasCount(2);
            assertThat(page.evaluate("document.querySelector('link[rel=icon]').href"))
                    .isEqualTo("http://" + HOST + ":" + nginx.port() + place + "static/favicon.svg");
        }
    }

    @Test
    void aPathWithoutItsSlashLeadsToThePageToo() {
        try (Page page = visit("/dfs")) {
            assertThat(page.locator("dfs-chip#connection")).hasText("live");
            assertThat(page).hasURL("http://" + HOST + ":" + nginx.port() + "/dfs/");
        }
    }

    @Test
    void aBrowserForWhichThereIsNoPlaceReadsWhyAndIsTakenInLater() {
        Page first = visit("/dfs/");
        assertThat(first.locator("dfs-chip#connection")).hasText("live");
        try (Page second = visit("/dfs/")) {
            Locator banner = second.locator("dfs-banner");
            assertThat(banner).containsText("1 browsers watch already, and MONITOR_MAX_BROWSERS allows no more.");
            assertThat(banner).not().containsText("Disconnected");

            first.close();

            assertThat(second.locator("dfs-chip#connection"))
                    .hasText("live", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(banner.locator("section")).hasText("");
        }
    }

    private static Page visit(String rest) {
        Page page = browser.newPage();
        page.navigate("http://" + HOST + ":" + nginx.port() + rest);
        return page;
    }
}
