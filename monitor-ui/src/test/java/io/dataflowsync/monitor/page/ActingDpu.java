package io.dataflowsync.monitor.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dataflowsync.monitor.WrittenLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Takes the place of dpu-service where somebody acts on dead letters: keeps each request, and notes in the log what was asked for. */
final class ActingDpu implements AutoCloseable {
    private final HttpServer server;
    private final WrittenLog log;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<String> headers = new TreeSet<>();
    private volatile @Nullable String admitted;
    private volatile int refusalStatus;
    private volatile String status = "{}";
    private volatile String refusal = "";

    private ActingDpu(HttpServer server, WrittenLog log) {
        this.server = server;
        this.log = log;
    }

    /**
     * A request to act.
     *
     * @param path as it came, with its escapes
     * @param user {@code name:password}; null where it named none
     */
    record Request(String path, @Nullable String user, String body) {}

    static ActingDpu start(WrittenLog log) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ActingDpu dpu = new ActingDpu(server, log);
            server.createContext("/", exchange -> answer(exchange, 200, dpu.status));
            server.createContext("/api/v1/schema-changes/", dpu::act);
            server.createContext("/api/v1/lanes/", dpu::act);
            server.createContext("/api/v1/dead-letters/", dpu::act);
            server.start();
            return dpu;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A lane stands still before a statement that the target refuses. */
    void halts(int lane, String event) {
        says("""
                {"lane":%d,"state":"halted","since":"2026-01-01T00:00:00Z","errorCode":"schema-change-refused",
                 "lastError":"no such column","remedy":"Do it there.","triedAt":"2026-01-01T00:00:02Z","haltedAt":"%s",
                 "passable":{"event":"%s","statement":"ALTER TABLE orders DROP note","onTarget":"ALTER TABLE `orders` DROP `note`"}}
                """.formatted(lane, event, event));
    }

    /** A lane stands still before a statement behind which its dead letters mean something else. */
    void haltsBehindLetters(int lane) {
        says("""
                {"lane":%d,"state":"halted","since":"2026-01-01T00:00:00Z","errorCode":"letters-first",
                 "lastError":"dead letters come first","remedy":"Decide.","triedAt":"2026-01-01T00:00:02Z",
                 "haltedAt":"mysql-bin.000002:9:0"}""".formatted(lane));
    }

    private void says(String lane) {
        status = "{\"state\":\"running\",\"lanes\":[" + lane + ",{\"lane\":1,\"state\":\"running\"}],\"servers\":["
                + ReadingCdc.server("kafka", true) + "," + ReadingCdc.server("mariadb", true) + ","
                + ReadingCdc.server("target", true) + "]}";
    }

    /** All lanes run, everybody may act, and nothing was asked for. */
    void clear() {
        says("{\"lane\":0,\"state\":\"running\"}");
        requests.clear();
        headers.clear();
        admitted = null;
        refusalStatus = 0;
    }

    void admit(String user, String password) {
        admitted = user + ":" + password;
    }

    void refuse(int status, String text) {
        refusal = text;
        refusalStatus = status;
    }

    List<Request> requests() {
        return requests;
    }

    /** The names of all headers that came. */
    Set<String> headers() {
        return headers;
    }

    private void act(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getRawPath();
        String user = user(exchange.getRequestHeaders().getFirst("Authorization"));
        headers.addAll(exchange.getRequestHeaders().keySet());
        requests.add(new Request(path, user, body));
        if (admitted != null && !admitted.equals(user)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"dataflowsync\"");
            answer(exchange, 401, "");
        } else if (refusalStatus != 0) {
            answer(exchange, refusalStatus, "{\"code\":\"conflict\",\"message\":\"" + refusal + "\"}");
        } else if (path.endsWith("/dead-letters/replay")) {
            answer(exchange, 200, "{\"asked\":1}");
        } else if (path.endsWith("/resume")) {
            answer(exchange, 200, "{}");
        } else if (path.endsWith("/pass")) {
            answer(exchange, 200, "[]");
        } else {
            note(path);
            answer(exchange, 200, "{}");
        }
    }

    private void note(String path) {
        String[] parts = path.split("/");
        int place = Integer.parseInt(parts[parts.length - 2].split("%3A")[1]);
        try {
            log.ask(place, parts[parts.length - 1]);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable String user(@Nullable String authorization) {
        return authorization == null
                ? null
                : new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
