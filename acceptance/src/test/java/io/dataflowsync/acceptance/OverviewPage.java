package io.dataflowsync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.dataflowsync.contract.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The monitor's overview in a browser, and what a test asks of it. */
final class OverviewPage implements AutoCloseable {
    /** Within this a station that is not well any more is named. */
    static final Duration SOON = Duration.ofSeconds(10);
    /** Within this all is well again once the servers and services answer; those that start need most of it. */
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private static final List<String> STATIONS =
            List.of("source", "cdc-service", "kafka", "mariadb", "dpu-service", "target");
    private static final Pattern WELL = Pattern.compile("ok|working");

    private final Playwright playwright = Chromium.playwright();
    private final Browser browser = Chromium.launch(playwright);
    private final Page page;

    OverviewPage(String address) {
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        page.navigate(address + "/");
    }

    /** Waits until every station is green and nothing stands still. */
    void awaitAllWell() {
        LocatorAssertions.HasTextOptions patiently =
                new LocatorAssertions.HasTextOptions().setTimeout(RECOVERY.toMillis());
        for (String station : STATIONS) {
            assertThat(chip(station)).hasText(WELL, patiently);
        }
        assertThat(page.locator("dfs-troubles section"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(RECOVERY.toMillis()));
    }

    /** Waits, and not for long, until a station is in a state with its code and its remedy. */
    void awaitNamed(String station, String state, ErrorCode code) {
        LocatorAssertions.ContainsTextOptions soon =
                new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis());
        assertThat(trouble(station).locator(".code").first()).containsText(code.word(), soon);
        assertThat(trouble(station)).containsText(code.remedy());
        assertThat(trouble(station)).containsText("for ");
        assertThat(chip(station)).hasText(state);
    }

    /** The list entry of a station that is not well. */
    Locator trouble(String station) {
        return page.locator("#trouble-" + station);
    }

    /** The chip of a station on the way of an event. */
    Locator chip(String station) {
        return page.locator("dfs-pipeline #" + station + " dfs-chip");
    }

    Locator part(String selector) {
        return page.locator(selector);
    }

    /** Keeps what the page looks like, for people. */
    void keep(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
