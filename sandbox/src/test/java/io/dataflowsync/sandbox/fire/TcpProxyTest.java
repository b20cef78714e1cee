package io.dataflowsync.sandbox.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private ServerSocket echo;
    private TcpProxy proxy;
    private Socket client;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::echo, "echo");
        thread.setDaemon(true);
        thread.start();
        proxy = TcpProxy.before(echo.getLocalPort());
        client = connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        proxy.close();
        echo.close();
    }

    private void echo() {
        while (!echo.isClosed()) {
            try (Socket socket = echo.accept()) {
                socket.getInputStream().transferTo(socket.getOutputStream());
            } catch (IOException e) {
                // Cut, as the test wants it.
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(300);
        return socket;
    }

    private static int said(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
        return socket.getInputStream().read();
    }

    @Test
    void whatIsSaidArrivesAndIsAnswered() throws IOException {
        assertThat(said(client, 7)).isEqualTo(7);
    }

    @Test
    void aCutConnectionIsResetAndANewOneWorks() throws IOException {
        said(client, 7);
        proxy.cut();
        assertThatThrownBy(() -> said(client, 8)).isInstanceOf(SocketException.class);
        try (Socket another = connect()) {
            assertThat(said(another, 9)).isEqualTo(9);
        }
    }

    @Test
    void silenceKeepsTheConnectionAndWhatIsSaidUntilItIsMended() throws IOException {
        said(client, 7);
        proxy.silence();
        assertThatThrownBy(() -> said(client, 8)).isInstanceOf(SocketTimeoutException.class);
        proxy.repair();
        assertThat(client.getInputStream().read()).isEqualTo(8);
    }

    @Test
    void whoeverComesWhileItRefusesIsResetAndWhoIsInStays() throws IOException {
        said(client, 7);
        proxy.refuse();
        try (Socket another = connect()) {
            assertThatThrownBy(() -> assertThat(said(another, 9)).isEqualTo(-1)).isInstanceOf(IOException.class);
        }
        assertThat(said(client, 8)).isEqualTo(8);
    }

    @Test
    void aDelayIsWaitedForEachWay() throws IOException {
        said(client, 7);
        proxy.delay(50);
        Instant begin = Instant.now();
        said(client, 8);
        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
}
