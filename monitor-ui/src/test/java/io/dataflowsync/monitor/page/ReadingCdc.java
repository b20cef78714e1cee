package io.dataflowsync.monitor.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Takes the place of cdc-service where its status is looked at: ready, with a status that a test sets. */
final class ReadingCdc implements AutoCloseable {
    private final HttpServer server;
    private volatile String status = "{}";

    private ReadingCdc(HttpServer server) {
        this.server = server;
    }

    static ReadingCdc start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ReadingCdc cdc = new ReadingCdc(server);
            server.createContext("/", exchange -> {
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

    /** Nothing is told of the capture. */
    void clear() {
        status = "{}";
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
