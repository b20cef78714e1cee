package io.dataflowsync.monitor.page;

import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's nginx as docs/monitor.md says: it shows the monitor at {@code /} and below {@code /dfs/}, and gives it another Host than the browser's. */
record Nginx(Child child, int port) implements AutoCloseable {

    static Nginx start(RunDirectory run, int monitorPort) {
        int port = FreePort.onLoopback();
        try {
            Path folder = Files.createDirectories(run.path().resolve("nginx"));
            Files.writeString(folder.resolve("nginx.conf"), configuration(port, monitorPort));
            List<String> command =
                    List.of(find().toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr");
            Nginx nginx = new Nginx(run.start("nginx", command, Map.of(), Child.Ending.KILL), port);
            await().alias("nginx answers").atMost(Duration.ofSeconds(20)).until(nginx::listens);
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(int port, int monitorPort) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "monitor.md"));
        String begin = "```nginx\n";
        int from = page.indexOf(begin) + begin.length();
        String below = page.substring(from, page.indexOf("```", from))
                .replace("http://127.0.0.1:8080/", "http://127.0.0.1:" + monitorPort + "/");
        String atTheTop = below.replace("location /dfs/ {", "location / {");
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%d;
                    %s
                    %s
                  }
                }
                """.formatted(port, atTheTop, below);
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path find() {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no nginx on the PATH: apt-get install nginx"));
    }

    @Override
    public void close() {
        child.kill();
    }
}
