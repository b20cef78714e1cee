package io.dataflowsync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.dataflowsync.contract.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The monitor's overview in a browser, and what a test asks of it. */
final class OverviewPage implements AutoCloseable {
    /** Within this a station that is not well any more is named. */
    static final Duration SOON = Duration.ofSeconds(10);
    /** Within this all is well again once the servers and services answer; those that start need most of it. */
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private static final int WIDE = 1280;
    private static final int HIGH = 900;
    private static final int PHONE = 390;

    private static final List<String> STATIONS =
            List.of("source", "cdc-service", "kafka", "mariadb", "dpu-service", "target");
    private static final Pattern SINCE = Pattern.compile("for \\d+ (s|min), since \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern WELL = Pattern.compile("ok|working");

    private final Playwright playwright = Chromium.playwright();
    private final Page page;
    private final String address;
    private final Set<String> called = ConcurrentHashMap.newKeySet();

    OverviewPage(String address) {
        this(address, new Browser.NewPageOptions(), Chromium::launch);
    }

    /**
     * In a browser that trusts what a CA has signed.
     *
     * @param home a directory for the browser's user
     */
    OverviewPage(String address, Path home, Path ca) {
        this(address, new Browser.NewPageOptions(), playwright -> Chromium.launch(playwright, home, ca));
    }

    /** As a user sees it who has signed in. */
    OverviewPage(String address, TestUsers user) {
        this(address, new Browser.NewPageOptions().setHttpCredentials(user.user(), user.password()), Chromium::launch);
    }

    private OverviewPage(String address, Browser.NewPageOptions options, Function<Playwright, Browser> launch) {
        this.address = address;
        page = launch.apply(playwright).newPage(options.setViewportSize(WIDE, HIGH));
        page.onRequest(request -> keepCall(request.url()));
        page.onWebSocket(socket -> keepCall(socket.url()));
        show();
    }

    /** Keeps how something was called over the network; other addresses, {@code data:}, carry what they name in themselves. */
    private void keepCall(String url) {
        String scheme = url.substring(0, url.indexOf(':'));
        if (scheme.startsWith("http") || scheme.startsWith("ws")) {
            called.add(scheme);
        }
    }

    /** How it has called its monitor so far: {@code http}, {@code ws}, or {@code https}, {@code wss}. */
    Set<String> called() {
        return Set.copyOf(called);
    }

    /** Goes to the overview. */
    void show() {
        page.navigate(address + "/#/");
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
        assertThat(trouble(station)).containsText(SINCE);
        assertThat(trouble(station)).not().containsText("Exception");
        assertThat(chip(station)).hasText(state);
    }

    /** Waits until a station is well and has no entry any more. */
    void awaitWell(String station, Duration patience) {
        assertThat(chip(station)).hasText(WELL, new LocatorAssertions.HasTextOptions().setTimeout(patience.toMillis()));
        assertThat(trouble(station)).hasCount(0);
    }

    /** A station's entry has these buttons and no other. */
    void assertButtons(String station, String... buttons) {
        assertThat(trouble(station).getByRole(AriaRole.BUTTON)).hasText(buttons);
    }

    /** Presses a button of a station's entry. */
    void press(String station, String button) {
        trouble(station)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    /** A station's entry asks before something is passed, and shows what. */
    void assertAsked(String station, String statement) {
        assertThat(trouble(station).locator("pre")).hasText(statement);
        assertButtons(station, "Do it", "Leave it");
    }

    /** Writes into the only field of a station's entry. */
    void fill(String station, String text) {
        trouble(station).locator("textarea").fill(text);
    }

    /** What the page says of a call that was made. */
    void assertTold(String text) {
        assertThat(page.locator("dfs-troubles [role=status].notice")).hasText(text);
    }

    /** What the page says of a call that was refused, as it begins. */
    void assertRefused(String beginning) {
        assertThat(page.locator("dfs-troubles [role=alert]")).containsText(beginning);
    }

    boolean isRefused() {
        return page.locator("dfs-troubles [role=alert]").count() > 0;
    }

    void follow(String link) {
        page.getByText(link).click();
    }

    /** Gives up the only dead letter of the list that is shown. */
    void dismissTheOnlyLetter() {
        Locator rows = page.locator("dfs-log tbody tr");
        assertThat(rows).hasCount(1);
        rows.click();
        Locator letter = page.locator("dfs-letter");
        letter.getByText("Dismiss").click();
        letter.getByText("Dismiss it").click();
        assertThat(letter.locator("dfs-chip"))
                .hasText("dismissed", new LocatorAssertions.HasTextOptions().setTimeout(RECOVERY.toMillis()));
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

    /** Keeps what the page looks like, for people: in a wide window, and in that of a phone, where nothing is cut off. */
    void keep(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        page.setViewportSize(PHONE, HIGH);
        await("the page fits a narrow window").atMost(SOON).until(() -> page.evaluate(
                        "document.documentElement.scrollWidth <= innerWidth")
                .equals(true));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file.resolveSibling("narrow-" + file.getFileName()))
                .setFullPage(true));
        page.setViewportSize(WIDE, HIGH);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
