package io.dataflowsync.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void givesEachPortOnceAndNoneThatAnOutgoingConnectionMayTake() {
        assertThat(IntStream.range(0, 200).map(i -> FreePort.onLoopback()).boxed())
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 10_000 && port < 32_000);
    }

    @Test
    void doesNotCallAPortFreeThatIsListenedOn() throws IOException {
        int port = FreePort.onLoopback();
        assertThat(FreePort.isFree(port)).isTrue();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
