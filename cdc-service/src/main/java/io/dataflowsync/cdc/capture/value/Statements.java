package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the statements of a binlog together with their sessions; the binlog client ignores the session. */
public final class Statements implements EventDataDeserializer<QueryEventData> {
    /** Reads the thread, the time that it took, the length of the schema's name, the error, the length of the variables, and then these. */
    @Override
    public QueryEventData deserialize(ByteArrayInputStream in) throws IOException {
        long thread = in.readLong(4);
        long took = in.readLong(4);
        int schemaLength = in.readInteger(1);
        int error = in.readInteger(2);
        StatusVariables variables = StatusVariables.read(in.read(in.readInteger(2)));
        SessionQueryData data = new SessionQueryData(variables);
        data.setThreadId(thread);
        data.setExecutionTime(took);
        data.setErrorCode(error);
        // The server keeps names in UTF-8, in whatever character set a client works; a zero ends the name.
        data.setDatabase(new String(in.read(schemaLength), StandardCharsets.UTF_8));
        in.read(1);
        data.setSql(ClientText.decode(in.read(in.available()), variables.clientCollation()));
        return data;
    }
}
