package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of the machine; none is downloaded. */
final class Chromium {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        return playwright.chromium().launch(options());
    }

    /**
     * One of a user with a home directory of its own, in whose certificate database a CA was put as people do it: it trusts what that has
     * signed, and is as strict as ever with everything else.
     *
     * @param home an empty directory, or none yet
     */
    static Browser launch(Playwright playwright, Path home, Path ca) {
        Path database = home.resolve(".pki/nssdb");
        try {
            Files.createDirectories(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String certutil = find("libnss3-tools", "certutil").toString();
        run(certutil, "-N", "-d", "sql:" + database, "--empty-password");
        run(certutil, "-A", "-d", "sql:" + database, "-n", "the CA of a test", "-t", "C,,", "-i", ca.toString());
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("XDG_"));
        environment.put("HOME", home.toString());
        return playwright.chromium().launch(options().setEnv(environment));
    }

    private static LaunchOptions options() {
        return new LaunchOptions()
                .setExecutablePath(find("chromium", "chromium", "chromium-browser", "google-chrome"))
                .setArgs(ARGUMENTS);
    }

    /** @param debian the package that has it */
    private static Path find(String debian, String... names) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + names[0] + " on the PATH: apt-get install " + debian));
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
