package io.dataflowsync.bench.limit;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.connect.source.SourceRecord;

/** Runs Debezium's engine in a JVM of its own, with a consumer that only counts. */
public final class EngineProgram {
    private final Counter counter;
    private final String prefix;
    private long count;

    private EngineProgram(Counter counter, String prefix) {
        this.counter = counter;
        this.prefix = prefix;
    }

    /** @param arguments the engine's properties, the counter's file, and the prefix of the topics of the counted tables */
    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            settings.load(in);
        }
        EngineProgram program = new EngineProgram(Counter.open(Path.of(arguments[1])), arguments[2]);
        DebeziumEngine<RecordChangeEvent<SourceRecord>> engine = DebeziumEngine.create(
                        ChangeEventFormat.of(Connect.class))
                .using(settings)
                .using((success, message, error) -> System.err.println(message + " " + error))
                .notifying(program::count)
                .build();
        engine.run();
    }

    private void count(
            List<RecordChangeEvent<SourceRecord>> records, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        for (RecordChangeEvent<SourceRecord> record : records) {
            if (record.record().topic().startsWith(prefix)) {
                count++;
            }
            committer.markProcessed(record);
        }
        committer.markBatchFinished();
        counter.set(count);
    }
}
