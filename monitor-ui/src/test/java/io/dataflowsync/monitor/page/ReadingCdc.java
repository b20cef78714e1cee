package io.dataflowsync.monitor.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the place of cdc-service: has the status that a test sets, and keeps what it is asked to do. */
final class ReadingCdc implements AutoCloseable {
    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile String status = "{}";

    private ReadingCdc(HttpServer server) {
        this.server = server;
    }

    static ReadingCdc start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ReadingCdc cdc = new ReadingCdc(server);
            server.createContext("/", exchange -> {
                if (exchange.getRequestMethod().equals("POST")) {
                    cdc.calls.add(exchange.getRequestURI() + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                }
                byte[] json = cdc.status.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, json.length);
                exchange.getResponseBody().write(json);
                exchange.close();
            });
            server.start();
            return cdc;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** It streams, all servers answer, and nothing was asked for. */
    void clear() {
        calls.clear();
        status = "{\"capture\":{\"state\":\"STREAMING\"},\"servers\":[" + server("source", true) + ","
                + server("kafka", true) + "," + server("mariadb", true) + "]}";
    }

    /** It stands before a statement of the source. */
    void fails(String place) {
        status = """
                {"capture":{"state":"FAILED","since":"2026-01-01T00:00:00Z","errorCode":"source-statement","lastError":"an UPDATE",
                  "remedy":"Acknowledge it.","stoppedAt":{"place":"%s","statement":"UPDATE orders"}},"servers":[]}
                """.formatted(place);
    }

    /** The source does not answer any more. */
    void losesTheSource() {
        status = "{\"capture\":{\"state\":\"STREAMING\"},\"servers\":[" + server("source", false) + "]}";
    }

    /** The paths and bodies of what it was asked to do. */
    List<String> calls() {
        return calls;
    }

    static String server(String name, boolean reachable) {
        return reachable
                ? "{\"name\":\"%s\",\"address\":\"h:1\",\"reachable\":true,\"message\":\"\"}".formatted(name)
                : """
                        {"name":"%s","address":"h:1","reachable":false,"since":"2026-01-01T00:00:00Z",
                         "message":"h:1 does not answer: nothing came within 3 s","errorCode":"source-away","remedy":"Start it."}
                        """.formatted(name);
    }

    /**
     * A status as cdc-service gives it.
     *
     * @param endedAt as JSON
     */
    void reads(String endedAt) {
        status = """
                {"service":"cdc-service","capture":{"state":"SNAPSHOT","snapshot":{"begunAt":"2026-01-01T00:00:00Z","endedAt":%s,
                 "rows":1500,"estimatedRows":5000,"tables":[
                  {"table":"shop.customers","rows":1000,"estimatedRows":1000,"state":"read"},
                  {"table":"shop.orders","rows":500,"estimatedRows":2000,"state":"reading"},
                  {"table":"shop.payments","rows":0,"estimatedRows":2000,"state":"waiting"}]}}}
                """.formatted(endedAt);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
