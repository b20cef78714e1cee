package io.dataflowsync.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorServiceIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "of-the-admin";

    private static WrittenLog log;
    private static MonitorProcess monitor;

    @BeforeAll
    static void start() {
        log = WrittenLog.withTables();
        monitor = MonitorProcess.start(
                log,
                Map.of(
                        "DFS_ADMIN_PASSWORD",
                        PASSWORD,
                        "JAVA_TOOL_OPTIONS",
                        "-Ddfs.monitor.socket.stall-limit=2s -Ddfs.monitor.socket.max-clients=2"));
    }

    @AfterAll
    static void stop() {
        monitor.close();
        log.close();
    }

    @BeforeEach
    void clear() {
        log.clear();
    }

    @Test
    void anEventIsToldWithItsRowAndItsSql() throws Exception {
        log.capture(100, "orders", "a");
        log.apply(100, "orders", 9100);

        JsonNode event = JSON.readTree(
                monitor.get("/api/v1/events/" + URLEncoder.encode(WrittenLog.eventId(100), StandardCharsets.UTF_8)));

        assertThat(event.at("/captured/position").asText()).isEqualTo("mysql-bin.000002:100:0");
        assertThat(event.at("/done/newKey").asText()).isEqualTo("9100");
        assertThat(event.at("/sql").asText()).isEqualTo("INSERT INTO `orders` (`id`) VALUES (9100)");
        assertThat(event.at("/columns")).hasSize(2);
    }

    @Test
    void aLogIsReadInBoundedStretches() throws Exception {
        log.capture(100, "orders", "a");
        log.capture(200, "payments", "b");

        JsonNode page = JSON.readTree(monitor.get("/api/v1/cdc-log?limit=1&table=orders"));

        assertThat(page.at("/rows")).hasSize(1);
        assertThat(page.at("/rows/0/table").asText()).isEqualTo("shop.orders");
        assertThat(page.at("/rows/0/id").isTextual()).isTrue();
        assertThat(JSON.readTree(monitor.get("/api/v1/cdc-log?limit=1000000")).at("/rows"))
                .hasSize(2);
    }

    @Test
    void thePageAllowsNoScriptButItsOwn() throws Exception {
        assertThat(monitor.answer("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self';"));
    }

    @Test
    void aPageOfAnotherHostCannotOpenTheSocket() {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", "http://evil.example");

        assertThat(refusal(builder)).isEqualTo(403);
    }

    @Test
    void aPageThatAProxyShowsUnderAnotherHostOpensTheSocketWithTheTicket() throws Exception {
        String ticket =
                JSON.readTree(monitor.get("/api/v1/ticket")).at("/ticket").asText();

        assertThat(refusal(proxied(), "?ticket=guess")).isEqualTo(403);
        assertThat(refusal(proxied(), "?ticket=" + ticket)).isEqualTo(101);
    }

    private static WebSocket.Builder proxied() {
        return HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", "http://dfs.example");
    }

    @Test
    void aPageOfAnotherHostCannotAct() throws Exception {
        assertThat(post("Origin", "http://evil.example")).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(post("Origin", "http://127.0.0.1:" + monitor.port()))
                .as("where nobody said where dpu-service is")
                .isEqualTo(503);
    }

    private static int post(String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(monitor.address("/api/v1/dead-letters/replay"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void newRowsAndFiguresArePushed() throws Exception {
        Frames frames = new Frames();
        WebSocket socket = open(frames);
        socket.sendText("{\"watch\":\"cdc-log\",\"table\":\"orders\"}", true).join();
        log.capture(100, "payments", "a");
        log.capture(200, "orders", "b");

        await().atMost(Duration.ofSeconds(10)).until(() -> frames.rows("cdc-log") == 1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> frames.last("figures").at("/figures/queue").asLong() == 2);

        assertThat(frames.last("cdc-log").at("/rows/0/eventId").asText()).isEqualTo(WrittenLog.eventId(200));
        assertThat(frames.last("figures").at("/figures/lagSeconds").isNull()).isTrue();
        socket.abort();
    }

    @Test
    void aBrowserThatDoesNotReadIsDisconnectedAndOthersAreNot() throws Exception {
        Frames frames = new Frames();
        WebSocket reading = open(frames);
        try (DeafBrowser deaf = DeafBrowser.open(monitor.port(), "{\"watch\":\"cdc-log\"}")) {
            AtomicInteger place = new AtomicInteger(1_000);
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        log.captureMany(place.getAndAdd(400), 400, "k".repeat(900));
                        return monitorSays("took nothing for");
                    });
            await().atMost(Duration.ofSeconds(10)).until(deaf::isCut);
        }
        long sequence = frames.last("figures").at("/seq").asLong();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> frames.last("figures").at("/seq").asLong() > sequence);
        assertThat(frames.rows("cdc-log")).isZero();
        reading.abort();
    }

    @Test
    void moreBrowsersThanAllowedAreRefused() throws Exception {
        Frames refused = new Frames();
        WebSocket first = open(new Frames());
        WebSocket second = open(new Frames());

        open(refused);

        await().atMost(Duration.ofSeconds(10)).until(() -> refused.closed == 1013);
        assertThat(refused.reason).isEqualTo("2 browsers watch already, and MONITOR_MAX_BROWSERS allows no more.");
        first.abort();
        second.abort();
        await().atMost(Duration.ofSeconds(10)).until(MonitorServiceIT::isAdmitted);
    }

    @Test
    void theLogMayGoAndComeBack() throws Exception {
        log.server().stop();
        await().atMost(Duration.ofSeconds(30)).until(() -> logState().equals("DOWN"));
        assertThat(monitor.answer("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(monitor.answer("/api/v1/cdc-log").statusCode()).isEqualTo(503);

        log.server().restart();

        await().atMost(Duration.ofSeconds(30)).until(() -> logState().equals("READY"));
    }

    private static boolean monitorSays(String words) {
        return monitor.child().lastLines(5).stream().anyMatch(line -> line.contains(words));
    }

    private static boolean isAdmitted() throws InterruptedException {
        Frames frames = new Frames();
        WebSocket socket = open(frames);
        try {
            await().atMost(Duration.ofSeconds(2)).until(() -> frames.closed != 0 || !frames.frames.isEmpty());
            return frames.closed == 0;
        } finally {
            socket.abort();
        }
    }

    private static String logState() throws IOException, InterruptedException {
        return JSON.readTree(monitor.get("/api/v1/status")).at("/log/word").asText();
    }

    private static int refusal(WebSocket.Builder builder) {
        return refusal(builder, "");
    }

    /** The status that the socket is answered with; 101 where it is opened. */
    private static int refusal(WebSocket.Builder builder, String query) {
        try {
            builder.buildAsync(java.net.URI.create(socketAddress() + query), new Frames())
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }

    private static WebSocket open(Frames frames) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(socketAddress(), frames)
                .join();
    }

    private static java.net.URI socketAddress() {
        return java.net.URI.create("ws://127.0.0.1:" + monitor.port() + "/ws/monitor");
    }

    /** Keeps every frame that comes. */
    private static final class Frames implements WebSocket.Listener {
        private final ConcurrentLinkedQueue<JsonNode> frames = new ConcurrentLinkedQueue<>();
        private final StringBuilder part = new StringBuilder();
        private volatile int closed;
        private volatile String reason = "";

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            this.reason = reason;
            closed = code;
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                try {
                    frames.add(JSON.readTree(part.toString()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        JsonNode last(String type) {
            return frames.stream()
                    .filter(frame -> frame.at("/type").asText().equals(type))
                    .reduce((first, second) -> second)
                    .orElse(JSON.missingNode());
        }

        long rows(String type) {
            return frames.stream()
                    .filter(frame -> frame.at("/type").asText().equals(type))
                    .mapToLong(frame -> frame.at("/rows").size())
                    .sum();
        }
    }
}
