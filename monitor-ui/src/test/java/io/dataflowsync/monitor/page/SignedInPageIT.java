package io.dataflowsync.monitor.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.dataflowsync.monitor.MonitorProcess;
import io.dataflowsync.monitor.WrittenLog;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page where a file says who may do what. */
class SignedInPageIT {
    /** Of the passwords {@code of the viewer} and {@code of the operator}. */
    private static final List<String> USERS = List.of(
            "vera:viewer:$2a$12$IzvJ9w0eSThijTfb5bF4Kez0ajgv/mJkMeAP4AmcuSvcNTOi.K2a.",
            "otto:operator:$2a$12$VrshK3Wx35MzcZwftFwr7.4g7defInXM9FAbZUNCCx.T49nXWtfle");

    private static WrittenLog log;
    private static ActingDpu dpu;
    private static MonitorProcess monitor;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        log = WrittenLog.withTables();
        dpu = ActingDpu.start(log);
        monitor = MonitorProcess.start(
                log,
                Map.of(
                        "MONITOR_DPU_URL",
                        dpu.address(),
                        "DFS_USERS_FILE",
                        Files.write(log.run().path().resolve("users"), USERS).toString()));
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        playwright.close();
        monitor.close();
        dpu.close();
        log.close();
    }

    @BeforeEach
    void clear() {
        log.clear();
        dpu.clear();
    }

    @Test
    void whoeverDoesNotSignInSeesNoPage() throws Exception {
        assertThat(monitor.answer("/").statusCode()).isEqualTo(401);
        assertThat(monitor.answer("/static/favicon.svg").statusCode()).isEqualTo(401);
    }

    @Test
    void aViewerLooksAndAnOperatorActsOnTheSamePage() throws Exception {
        log.capture(100, "customers", "Ada");
        log.kill(100, "customers", "no such tier");
        try (BrowserContext viewer = signedIn("vera", "of the viewer")) {
            Page page = visit(viewer);
            assertThat(page.locator("dfs-failures li")).hasCount(1);
            page.getByText("Replay all").click();
            Locator login = page.locator("dfs-login dialog");
            login.getByLabel("User").fill("vera");
            login.getByLabel("Password").fill("of the viewer");
            login.getByText("Log in").click();
            assertThat(login).containsText("This user may only look");
            login.getByLabel("User").fill("otto");
            login.getByLabel("Password").fill("of the operator");
            login.getByText("Log in").click();
            assertThat(page.locator("dfs-failures")).containsText("A replay of 1 was asked for.");
        }
        assertThat(dpu.requests()).extracting(ActingDpu.Request::user).containsExactly("otto:of the operator");
    }

    @Test
    void whatAnOperatorDoesIsNotOfferedToAViewerBeforeAnOperatorLogsIn() {
        dpu.halts(3, "mysql-bin.000002:9:0");
        try (BrowserContext viewer = signedIn("vera", "of the viewer")) {
            Page page = visit(viewer);
            Locator trouble = page.locator("#trouble-dpu-service");
            Locator buttons = trouble.getByRole(AriaRole.BUTTON);
            assertThat(trouble).containsText("schema-change-refused");
            assertThat(trouble).containsText("Do it there.");
            assertThat(buttons).hasText(new String[] {"Log in as an operator"});

            buttons.click();
            Locator login = page.locator("dfs-login dialog");
            logIn(login, "vera", "of the viewer");
            assertThat(login).containsText("This user may only look");
            assertThat(trouble.locator("button")).hasText(new String[] {"Log in as an operator"});
            logIn(login, "otto", "of the operator");

            assertThat(login).hasCount(0);
            assertThat(buttons).hasText(new String[] {"Try again now", "Pass this statement"});
            page.reload();
            assertThat(buttons).hasText(new String[] {"Try again now", "Pass this statement"});
        }
        assertThat(dpu.requests()).isEmpty();
    }

    private static void logIn(Locator login, String user, String password) {
        login.getByLabel("User").fill(user);
        login.getByLabel("Password").fill(password);
        login.getByText("Log in").click();
    }

    @Test
    void anOperatorWhoSignedInToSeeThePageActsWithoutBeingAskedAgain() throws Exception {
        log.capture(100, "customers", "Ada");
        log.kill(100, "customers", "no such tier");
        try (BrowserContext operator = signedIn("otto", "of the operator")) {
            Page page = visit(operator);
            page.getByText("Replay all").click();
            assertThat(page.locator("dfs-failures")).containsText("A replay of 1 was asked for.");
        }
        assertThat(dpu.requests()).extracting(ActingDpu.Request::user).containsExactly("otto:of the operator");
    }

    private static BrowserContext signedIn(String user, String password) {
        return browser.newContext(new Browser.NewContextOptions().setHttpCredentials(user, password));
    }

    private static Page visit(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(monitor.address("/").toString());
        assertThat(page.locator("dfs-chip#connection")).hasText("live");
        return page;
    }
}
