package io.dataflowsync.monitor.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.monitor.MonitorProcess;
import io.dataflowsync.monitor.WrittenLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, against the service as people run it. */
class MonitorPageIT {
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    /** The word of a station that is well; events of a test before may still move. */
    private static final Pattern WELL = Pattern.compile("^(ok|working)$");

    private static final String PASSWORD = "sécret";
    private static final String ADMIN = "admin:" + PASSWORD;

    private static WrittenLog log;
    private static ActingDpu dpu;
    private static ReadingCdc cdc;
    private static MonitorProcess monitor;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        log = WrittenLog.withTables();
        dpu = ActingDpu.start(log);
        cdc = ReadingCdc.start();
        monitor = MonitorProcess.start(
                log,
                Map.of(
                        "MONITOR_CDC_URL", cdc.address(),
                        "MONITOR_DPU_URL", dpu.address(),
                        "DFS_ADMIN_PASSWORD", PASSWORD));
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        monitor.close();
        cdc.close();
        dpu.close();
        log.close();
    }

    @BeforeEach
    void open() {
        log.clear();
        dpu.clear();
        cdc.clear();
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
        page.onConsoleMessage(line -> {
            if (line.type().equals("error") && !line.text().contains("WebSocket")) {
                complaints.add(line.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    @AfterEach
    void close() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void theOverviewShowsTheQueueTheTotalsAndTheTables() throws Exception {
        log.capture(100, "orders", "a");
        log.capture(200, "orders", "b");
        log.capture(300, "payments", "c");
        log.apply(100, "orders", 9100);
        log.kill(200, "orders", "no such parent");
        log.capture(400, "orders", "d");
        log.keepWaiting(400, "orders", 200);

        visit("#/");

        assertThat(figure("Queue length")).containsText("1");
        assertThat(figure("Dead letters")).containsText("1");
        assertThat(figure("Dead letters")).containsText("1 wait for them");
        assertThat(page.locator("dfs-pipeline")).containsText("4 captured");
        assertThat(page.locator("dfs-tables tbody tr").first().locator("td"))
                .hasText(new String[] {"shop.orders", "0", "3", "0", "0", "0", "0", "1", "0", "1", "1", "0"});
        assertThat(page.locator("dfs-failures li")).hasCount(1);
        assertThat(page.locator("dfs-failures")).containsText("1 wait for it");
        assertThat(page.locator("dfs-failures")).containsText("missing-parent no such parent");
        assertThat(page.locator("dfs-failures")).containsText(ErrorCode.MISSING_PARENT.remedy());
        assertThat(page.locator("dfs-chip#connection")).hasText("live");
    }

    @Test
    void everyStationIsWellWhileAllAnswer() {
        visit("#/");

        for (String station : List.of("source", "cdc-service", "kafka", "mariadb", "dpu-service", "target")) {
            assertThat(chip(station)).hasText(WELL);
        }
        assertThat(page.locator("dfs-troubles section")).hasCount(0);
        assertThat(page.locator("dfs-failures")).containsText("Every event taken in was applied");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedAndWhoNeedsItWaits() {
        visit("#/");
        assertThat(chip("source")).hasText(WELL);

        cdc.losesTheSource();

        assertThat(chip("source")).hasText("unreachable");
        assertThat(chip("cdc-service")).hasText("waiting");
        Locator trouble = page.locator("#trouble-source");
        assertThat(trouble).containsText("source-away");
        assertThat(trouble).containsText("h:1 does not answer: nothing came within 3 s");
        assertThat(trouble).containsText("Start it.");
        assertThat(figure("Queue length")).containsText("source is unreachable");
        assertThat(figure("Lag")).not().containsText("idle");

        cdc.clear();
        assertThat(chip("source")).hasText(WELL);
        assertThat(trouble).hasCount(0);
    }

    @Test
    void aFailedCaptureIsResumedOrSkippedOnThePage() {
        logIn();
        cdc.fails("mysql-bin.000002:4");
        visit("#/");
        Locator trouble = page.locator("#trouble-cdc-service");

        assertThat(chip("cdc-service")).hasText("failed");
        assertThat(trouble).containsText("source-statement");
        assertThat(trouble).containsText("Acknowledge it.");
        trouble.getByText("Resume").click();
        assertThat(page.locator("dfs-troubles .notice")).hasText("Resume: done.");
        trouble.getByText("Skip", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(trouble).containsText("The capture skips mysql-bin.000002:4 for good.");
        assertThat(trouble.locator("pre")).hasText("UPDATE orders");
        assertThat(trouble.locator("textarea")).hasCount(0);
        trouble.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Do it"))
                .click();

        assertThat(page.locator("dfs-troubles .notice")).hasText("Skip: done.");
        assertThat(cdc.calls())
                .containsExactly(
                        "/api/v1/capture/resume {}", "/api/v1/capture/skip {\"place\":\"mysql-bin.000002:4\"}");
    }

    @Test
    void aHaltedLaneIsNamedAndItsStatementIsPassedOnThePage() {
        logIn();
        dpu.halts(3, "mysql-bin.000002:9:0");
        visit("#/");
        Locator trouble = page.locator("#trouble-dpu-service");

        assertThat(chip("dpu-service")).hasText("halted");
        assertThat(trouble).containsText("1 of 2 lanes stand still.");
        assertThat(trouble).containsText("Lane 3");
        assertThat(trouble).containsText("before event mysql-bin.000002:9:0");
        assertThat(trouble).containsText("Do it there.");
        assertThat(page.locator("dfs-failures")).containsText("No dead letters, and dpu-service is halted");
        assertThat(page.locator("dfs-failures")).not().containsText("Every event taken in was applied");
        assertThat(trouble).containsText("It tries again by itself, last ");
        assertThat(buttons(trouble)).hasText(new String[] {"Try again now", "Pass this statement"});
        trouble.getByText("Try again now").click();
        assertThat(page.locator("dfs-troubles .notice")).hasText("Try again now: done.");
        trouble.getByText("Pass this statement").click();
        assertThat(trouble).containsText("The lane passes the statement for good. This is not run on the target:");
        assertThat(trouble.locator("pre")).hasText("ALTER TABLE `orders` DROP `note`");
        trouble.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Do it"))
                .click();

        assertThat(page.locator("dfs-troubles .notice")).hasText("Pass this statement: done.");
        assertThat(dpu.requests())
                .containsExactly(
                        new ActingDpu.Request("/api/v1/lanes/3/resume", ADMIN, "{}"),
                        new ActingDpu.Request("/api/v1/schema-changes/mysql-bin.000002%3A9%3A0/pass", ADMIN, "{}"));
    }

    @Test
    void aQuestionIsGoneWhenSomethingElseStandsThere() {
        logIn();
        dpu.halts(3, "mysql-bin.000002:9:0");
        visit("#/");
        Locator trouble = page.locator("#trouble-dpu-service");
        trouble.getByText("Pass this statement").click();
        assertThat(trouble.getByText("Do it")).hasCount(2);

        dpu.halts(3, "mysql-bin.000002:11:0");

        assertThat(trouble).containsText("before event mysql-bin.000002:11:0");
        assertThat(buttons(trouble)).hasText(new String[] {"Try again now", "Pass this statement"});
        assertThat(dpu.requests()).isEmpty();
    }

    @Test
    void aLaneBehindDeadLettersLeadsToThem() throws Exception {
        log.capture(100, "customers", "Ada");
        log.kill(100, "customers", "no such tier");
        dpu.haltsBehindLetters(3);
        visit("#/");
        Locator trouble = page.locator("#trouble-dpu-service");

        assertThat(buttons(trouble)).hasText(new String[] {"Try again now", "Replay dead letters"});
        trouble.getByText("Look at the dead letters").click();

        assertThat(page).hasURL(Pattern.compile("#/dpu\\?status=dead$"));
        assertThat(rows()).hasCount(1);
    }

    @Test
    void whatAServiceRefusesIsToldInItsOwnWords() {
        logIn();
        dpu.halts(3, "mysql-bin.000002:9:0");
        dpu.refuse(409, "no lane stands still before a statement of event mysql-bin.000002:9:0");
        visit("#/");
        Locator trouble = page.locator("#trouble-dpu-service");

        trouble.getByText("Pass this statement").click();
        trouble.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Do it"))
                .click();

        assertThat(page.locator("dfs-troubles [role=alert]"))
                .hasText("Pass this statement: no lane stands still before a statement of event mysql-bin.000002:9:0");
        complaints.removeIf(line -> line.contains("status of 409"));
    }

    @Test
    void aSchemaChangeShowsWhatTheSourceSaidAndWhatWasMadeOfIt() throws Exception {
        log.change(
                100,
                "orders",
                "ALTER TABLE orders ADD note TEXT, ENGINE=InnoDB",
                "ALTER TABLE `store`.`orders` ADD `note` TEXT",
                "left out: ENGINE=InnoDB");
        visit("#/dpu?event=mysql-bin.000002%3A100%3A0");
        Locator drawer = page.locator("dfs-event");

        assertThat(drawer.locator("h2")).containsText("schema-change");
        assertThat(drawer.locator(".outcome")).containsText("applied");
        assertThat(drawer.locator(".outcome")).containsText("left out: ENGINE=InnoDB");
        assertThat(drawer.locator("section")
                        .filter(new Locator.FilterOptions().setHasText("Statement of the source"))
                        .locator("pre"))
                .hasText("ALTER TABLE orders ADD note TEXT, ENGINE=InnoDB");
        assertThat(drawer.locator("section")
                        .filter(new Locator.FilterOptions().setHasText("SQL on the target"))
                        .locator("pre"))
                .hasText("ALTER TABLE `store`.`orders` ADD `note` TEXT");
    }

    @Test
    void aSnapshotShowsHowFarEachTableIsAndGoesWhenItEnds() {
        cdc.reads("null");
        visit("#/");
        Locator snapshot = page.locator("dfs-snapshot");

        assertThat(snapshot).containsText("1,500 of about 5,000 rows, 1 of 3 tables");
        assertThat(snapshot.locator("tbody tr")).hasCount(2);
        assertThat(snapshot.locator("tbody tr").first().locator("td"))
                .hasText(new String[] {"shop.orders", "500", "2,000", ""});
        assertThat(snapshot.locator("tbody [role=progressbar]")).hasAttribute("aria-valuenow", "25");
        assertThat(snapshot.locator("tbody tr").last().locator("td"))
                .hasText(new String[] {"shop.payments", "0", "2,000", "waits"});

        cdc.reads("\"2026-01-01T00:01:00Z\"");
        assertThat(snapshot.locator("section")).hasCount(0);
    }

    @Test
    void newFiguresAreShownWithoutAReload() throws Exception {
        visit("#/");
        assertThat(figure("Queue length")).containsText("0");

        log.capture(100, "orders", "a");
        assertThat(figure("Queue length")).containsText("1");
        log.apply(100, "orders", 9100);

        assertThat(figure("Queue length")).containsText("drained");
        assertThat(figure("Lag")).containsText("idle");
    }

    @Test
    void newRowsOfBothLogsAreShownAsTheyCome() throws Exception {
        log.capture(100, "orders", "a");
        visit("#/cdc");
        assertThat(rows()).hasCount(1);

        log.capture(200, "payments", "b");
        assertThat(rows()).hasCount(2);
        assertThat(rows().first()).containsText("shop.payments");
        assertThat(rows().first()).containsText("mysql-bin.000002:200:0");
        page.getByText("DPU unit").first().click();
        assertThat(page.locator("dfs-log .empty")).containsText("No rows yet");
        log.apply(100, "orders", 9100);

        assertThat(rows()).hasCount(1);
        assertThat(rows().first()).containsText("9100");
        assertThat(rows().first()).containsText("INSERT INTO `orders`");
    }

    @Test
    void hostileTextStaysText() throws Exception {
        String hostile = "<img src=x onerror=\"alert(1)\"><script>alert(2)</script>";
        log.capture(100, "orders", hostile);
        log.kill(100, "orders", hostile);

        visit("#/dpu");
        assertThat(rows().first()).containsText(hostile);
        rows().first().click();

        assertThat(page.locator("dfs-event")).containsText(hostile);
        assertThat(page.locator("dfs-event dfs-diff")).containsText(hostile);
        assertThat(page.locator("img")).hasCount(0);
        assertThat(page.locator("body script")).hasCount(0);
    }

    @Test
    void anEventIsShownWholeAndItsAddressCanBePassedOn() throws Exception {
        log.capture(100, "orders", "Ada");
        log.apply(100, "orders", 9100);
        visit("#/cdc");
        rows().first().click();
        Locator event = page.locator("dfs-event");
        assertThat(event).containsText("INSERT INTO `orders` (`id`) VALUES (9100)");
        assertThat(page).hasURL(Pattern.compile("#/cdc\\?event=mysql-bin.000002%3A100%3A0$"));

        page.reload();

        assertThat(event.locator("dfs-diff")).containsText("Ada");
        assertThat(event).containsText("100 becomes 9100");
        page.keyboard().press("Escape");
        assertThat(event).hasCount(0);
    }

    @Test
    void aPausedListStandsStillAndCatchesUp() throws Exception {
        log.capture(100, "orders", "a");
        visit("#/cdc");
        assertThat(rows()).hasCount(1);

        page.keyboard().press("p");
        log.capture(200, "orders", "b");
        assertThat(page.locator(".tools [role=status]")).hasText("paused, 1 new");
        assertThat(rows()).hasCount(1);
        page.getByText("Resume").click();

        assertThat(rows()).hasCount(2);
    }

    @Test
    void theFilterStandsInTheAddressAndHoldsForNewRowsToo() throws Exception {
        log.capture(100, "orders", "a");
        log.capture(200, "payments", "b");
        visit("#/cdc?table=shop.payments");
        assertThat(rows()).hasCount(1);
        assertThat(rows().first()).containsText("shop.payments");

        log.capture(300, "orders", "c");
        log.capture(400, "payments", "d");
        assertThat(rows()).hasCount(2);
        page.locator("input[type=search]").fill("id=400");

        assertThat(page).hasURL(Pattern.compile("#/cdc\\?table=shop.payments&text=id%3D400$"));
        assertThat(rows()).hasCount(1);
        page.getByText("Clear", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(rows()).hasCount(4);
    }

    @Test
    void thePageReconnectsAndFetchesWhatItMissed() throws Exception {
        log.capture(100, "orders", "a");
        visit("#/cdc");
        assertThat(rows()).hasCount(1);

        monitor.stop();
        assertThat(page.locator("dfs-banner")).containsText("Disconnected from the monitor");
        log.capture(200, "orders", "b");
        monitor.restart();

        assertThat(page.locator("dfs-chip#connection")).hasText("live", PATIENTLY);
        assertThat(rows()).hasCount(2);
        assertThat(page.locator("dfs-banner section")).hasText("");
        // What the page asks for while the service goes is refused or cut off, which the browser tells; the page copes,
        // as seen above.
        complaints.removeIf(line -> line.startsWith("Failed to load resource"));
    }

    @Test
    void aDeadLetterIsReplayedWithOtherValues() throws Exception {
        logIn();
        log.capture(100, "customers", "Ada");
        log.kill(100, "customers", "Data too long for column 'name'");
        log.trace(100, "ann", "replay", "as it is");
        log.keepWaiting(200, "orders", 100);
        visit("#/dpu?status=dead");
        rows().first().click();
        Locator letter = page.locator("dfs-letter");
        assertThat(letter).containsText(ErrorCode.MISSING_PARENT.remedy());
        assertThat(letter).containsText("shop.orders · 200");
        assertThat(letter).containsText("as it is");
        assertThat(letter.locator("details")).containsText("at the.target");

        letter.getByText("Replay with other values").click();
        assertThat(letter.getByText("Replay with these values")).isDisabled();
        letter.getByLabel("name", new Locator.GetByLabelOptions().setExact(true))
                .fill("Bob \"B\"");
        letter.getByText("Replay with these values").click();

        assertThat(letter).containsText("Asked for: replay.");
        assertThat(dpu.requests())
                .containsExactly(new ActingDpu.Request(
                        "/api/v1/dead-letters/mysql-bin.000002%3A100%3A0/replay",
                        ADMIN, "{\"values\":{\"name\":\"Bob \\\"B\\\"\"}}"));
        log.settle(100, "applied");
        assertThat(letter.locator("dfs-chip")).hasText("applied");
        assertThat(letter.locator("button")).hasCount(0);
        assertThat(rows()).hasCount(0);
    }

    @Test
    void whoeverActsLogsInOnceInABrowserSession() throws Exception {
        dpu.admit("admin", PASSWORD);
        log.capture(100, "customers", "Ada");
        log.kill(100, "customers", "no such tier");
        visit("#/");
        page.getByText("Replay all").click();
        Locator login = page.locator("dfs-login dialog");
        login.getByLabel("Password").fill("guess");
        login.getByText("Log in").click();
        assertThat(login.getByRole(AriaRole.ALERT)).containsText("does not know this user");
        login.getByLabel("Password").fill(PASSWORD);
        login.getByText("Log in").click();
        assertThat(page.locator("dfs-failures")).containsText("A replay of 1 was asked for.");
        assertThat(login).hasCount(0);
        assertThat(dpu.requests()).extracting(ActingDpu.Request::user).containsExactly(ADMIN);
        assertThat(dpu.headers()).doesNotContain("Origin", "Referer", "Cookie", "Sec-fetch-site");

        page.reload();
        page.locator("dfs-failures li a").click();
        page.locator("dfs-letter").getByText("Dismiss").click();
        page.locator("dfs-letter").getByText("Dismiss it").click();

        assertThat(page.locator("dfs-letter")).containsText("Asked for: dismiss.");
        assertThat(dpu.requests())
                .last()
                .isEqualTo(
                        new ActingDpu.Request("/api/v1/dead-letters/mysql-bin.000002%3A100%3A0/dismiss", ADMIN, "{}"));
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
        complaints.removeIf(line -> line.contains("status of 401"));
    }

    @Test
    void whatDpuServiceRefusesIsTold() throws Exception {
        logIn();
        dpu.refuse(409, "the state is 'applied', so there is nothing to replay");
        log.capture(100, "customers", "Ada");
        log.kill(100, "customers", "no such tier");
        visit("#/dpu?event=" + WrittenLog.eventId(100));

        page.locator("dfs-letter")
                .getByText("Replay", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(page.locator("dfs-letter [role=alert]"))
                .hasText("the state is 'applied', so there is nothing to replay");
        complaints.removeIf(line -> line.contains("status of 409"));
    }

    @Test
    void aPageOnAPhoneDoesNotScrollSideways() throws Exception {
        log.capture(100, "orders", "a");
        log.kill(100, "orders", "no such parent");
        page.setViewportSize(390, 844);

        for (String address : List.of("#/", "#/cdc", "#/dpu")) {
            visit(address);
            assertThat(page.locator("dfs-chip#connection")).hasText("live");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(address)
                    .isEqualTo(true);
        }
    }

    @Test
    void theThemeFollowsTheSystemUntilItIsChosen() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visit("#/");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

        page.getByLabel("Light theme").click();
        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }

    /** As if the person had logged in on the page before. */
    private void logIn() {
        String authorization = "Basic " + Base64.getEncoder().encodeToString(ADMIN.getBytes(StandardCharsets.UTF_8));
        page.addInitScript("sessionStorage.setItem('dfs-operator', '" + authorization + "')");
    }

    private void visit(String address) {
        page.navigate(monitor.address("/") + address);
    }

    private Locator chip(String station) {
        return page.locator("dfs-pipeline #" + station + " dfs-chip");
    }

    private static Locator buttons(Locator trouble) {
        return trouble.getByRole(AriaRole.BUTTON);
    }

    private Locator rows() {
        return page.locator("dfs-log tbody tr");
    }

    private Locator figure(String label) {
        return page.locator("dfs-figure").filter(new Locator.FilterOptions().setHasText(label));
    }
}
