package io.dataflowsync.servicekit.broker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class BrokerPingTest {
    @Test
    void aBrokerThatSaysNothingIsOneThatDidNotAnswerInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                BrokerPing ping = new BrokerPing(at(silent.getLocalPort()))) {
            assertThatThrownBy(ping::ask)
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasNoCause();
        }
    }

    @Test
    void aBrokerThatDoesNotRunRefuses() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (BrokerPing ping = new BrokerPing(at(port))) {
            assertThatThrownBy(ping::ask).isInstanceOf(ConnectException.class);
        }
    }

    private static BrokerConfig at(int port) {
        return new BrokerConfig("127.0.0.1:" + port, 1, 1);
    }
}
