package io.dataflowsync.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Opens the socket, asks for rows, and never reads what comes. */
final class DeafBrowser implements AutoCloseable {
    private final Socket socket;

    private DeafBrowser(Socket socket) {
        this.socket = socket;
    }

    static DeafBrowser open(int port, String wish) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        String upgrade = """
                GET /ws/monitor HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                \r
                """.formatted(port);
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        readHead(socket);
        socket.getOutputStream().write(frame(wish));
        socket.getOutputStream().flush();
        return new DeafBrowser(socket);
    }

    private static void readHead(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
    }

    /** A text frame as a client sends it, masked with zeros. */
    private static byte[] frame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | bytes.length);
        frame.writeBytes(new byte[4]);
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    /** Whether the other side has gone, which a write finds out. */
    boolean isCut() {
        try {
            socket.getOutputStream().write(frame("{}"));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
