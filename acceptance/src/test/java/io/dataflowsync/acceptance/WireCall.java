package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.tls.TlsContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A call over HTTP as it is on the wire, with whatever headers: those, too, that clients set by themselves. */
final class WireCall {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MILLIS = 60_000;

    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "";
    private SocketFactory sockets = SocketFactory.getDefault();

    private WireCall(String method, String path) {
        this.method = method;
        this.path = path;
        headers.put("Connection", "close");
    }

    /** @param headers by their names in small letters */
    record Answer(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        String code() {
            return json().path("code").asText();
        }
    }

    static WireCall get(String path) {
        return new WireCall("GET", path);
    }

    /** With a body of JSON. */
    static WireCall post(String path, String json) {
        WireCall call = new WireCall("POST", path).with("Content-Type", "application/json");
        call.body = json;
        return call;
    }

    static WireCall of(String method, String path) {
        return new WireCall(method, path);
    }

    /** The request of a page that opens a socket. */
    static WireCall socket(String path) {
        return get(path)
                .with("Connection", "Upgrade")
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Version", "13")
                .with("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
    }

    WireCall with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    WireCall without(String header) {
        headers.remove(header);
        return this;
    }

    WireCall as(String user, String password) {
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
    }

    /** Over TLS, to who shows a certificate of this CA for the address. */
    WireCall trusting(Path ca) {
        try {
            sockets = TlsContext.of(new Tls(Mode.VERIFY_IDENTITY, Optional.of(ca), Optional.empty()))
                    .getSocketFactory();
            return this;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param address {@code http://127.0.0.1:8081} */
    Answer to(String address) {
        return to(InetAddress.getLoopbackAddress(), URI.create(address).getPort());
    }

    /** From an address of this host that is not its loopback one. */
    Answer fromElsewhereTo(String address) {
        return to(elsewhere(), URI.create(address).getPort());
    }

    private Answer to(InetAddress host, int port) {
        try (Socket socket = sockets.createSocket(host.getHostAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            if (socket instanceof SSLSocket encrypted) {
                SSLParameters checked = encrypted.getSSLParameters();
                checked.setEndpointIdentificationAlgorithm("HTTPS");
                encrypted.setSSLParameters(checked);
            }
            headers.putIfAbsent("Host", host.getHostAddress() + ":" + port);
            if (!body.isEmpty()) {
                headers.put("Content-Length", String.valueOf(body.getBytes(UTF_8).length));
            } else if (!method.equals("GET")) {
                headers.putIfAbsent("Content-Length", "0");
            }
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(UTF_8));
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private static Answer read(Socket socket) throws IOException {
        String head = line(socket);
        int status = Integer.parseInt(head.split(" ", -1)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(socket); !line.isEmpty(); line = line(socket)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(status, headers, status == 101 ? "" : body(socket, headers));
    }

    private static String body(Socket socket, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new String(socket.getInputStream().readNBytes(length), UTF_8);
        }
        StringBuilder text = new StringBuilder();
        for (int size = size(socket); size > 0; size = size(socket)) {
            text.append(new String(socket.getInputStream().readNBytes(size), UTF_8));
            line(socket);
        }
        return text.toString();
    }

    private static int size(Socket socket) throws IOException {
        return Integer.parseInt(line(socket), 16);
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n' && next >= 0;
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static InetAddress elsewhere() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("this host has no address besides the loopback one"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
