package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventHeaderV4Deserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.FormatDescriptionEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.NullEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.RotateEventDataDeserializer;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.tls.TlsContext;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Makes clients that read the source's binlog in addition to the engine. The server ends them at the end of its binlog. */
public final class BinlogClients {
    private BinlogClients() {}

    /**
     * A client that is not connected yet.
     *
     * @param events the reader of events
     */
    public static BinaryLogClient from(SourceConfig source, BinlogPosition from, EventDeserializer events) {
        BinaryLogClient client = new BinaryLogClient(
                source.host(), source.port(), source.user(), source.password().value());
        client.setBinlogFilename(from.file());
        client.setBinlogPosition(from.position());
        client.setBlocking(false);
        client.setKeepAlive(false);
        client.setEventDeserializer(events);
        if (source.tls().isOn()) {
            encrypt(client, source.tls());
        }
        return client;
    }

    private static void encrypt(BinaryLogClient client, Tls tls) {
        try {
            SSLSocketFactory sockets = TlsContext.of(tls).getSocketFactory();
            client.setSSLMode(SSLMode.valueOf(tls.mode().name()));
            client.setSslSocketFactory(socket -> over(socket, sockets));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static SSLSocket over(Socket socket, SSLSocketFactory sockets) throws SocketException {
        try {
            return (SSLSocket)
                    sockets.createSocket(socket, socket.getInetAddress().getHostName(), socket.getPort(), true);
        } catch (IOException e) {
            throw (SocketException) new SocketException(e.getMessage()).initCause(e);
        }
    }

    /**
     * A deserializer for the events at the beginning of a file, and for the names of the next files. Of other events it reads only the
     * place.
     */
    public static EventDeserializer frame() {
        EventDeserializer events =
                new EventDeserializer(new EventHeaderV4Deserializer(), new NullEventDataDeserializer());
        events.setEventDataDeserializer(EventType.FORMAT_DESCRIPTION, new FormatDescriptionEventDataDeserializer());
        events.setEventDataDeserializer(EventType.ROTATE, new RotateEventDataDeserializer());
        return events;
    }
}
