package io.dataflowsync.cdc.capture.value;

import com.mysql.cj.CharsetMapping;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes a client's text: a server writes a statement to its binlog in the bytes that the client sent. */
final class ClientText {
    private ClientText() {}

    /** @param collation the number of a collation of the client's character set; 0 if that is not known */
    static String decode(byte[] text, int collation) {
        return Optional.ofNullable(
                        collation == 0 ? null : CharsetMapping.getStaticMysqlCharsetNameForCollationIndex(collation))
                .flatMap(ServerCharset::named)
                .map(charset -> charset.decode(text))
                .orElseGet(() -> new String(text, StandardCharsets.UTF_8));
    }
}
