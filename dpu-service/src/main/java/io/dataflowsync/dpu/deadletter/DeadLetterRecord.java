package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Builds the record of a dead letter.
 *
 * <p>It is the event as it was on the topic of changes. Its key is the event's id, and its headers state the error.
 */
public final class DeadLetterRecord {
    private static final int LONGEST_HEADER = 64 * 1024;

    private DeadLetterRecord() {}

    public static ProducerRecord<byte[], byte[]> of(String topic, DeadLetter letter) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(letter.id()), bytes(letter.event()));
        Headers headers = record.headers();
        add(
                headers,
                EventHeaders.TABLE,
                letter.what().table() == null ? null : letter.what().table().toString());
        add(headers, EventHeaders.OPERATION, letter.what().action());
        add(headers, EventHeaders.EVENT_ID, letter.id());
        add(headers, EventHeaders.ERROR_CODE, letter.why().code().word());
        add(headers, EventHeaders.ERROR, letter.why().error());
        add(headers, EventHeaders.PLACE, letter.lane() + ":" + letter.offset());
        add(headers, EventHeaders.SQL, letter.what().sqlText());
        add(headers, EventHeaders.STACK, letter.why().stack());
        return record;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, bytes(value.substring(0, Math.min(value.length(), LONGEST_HEADER))));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
