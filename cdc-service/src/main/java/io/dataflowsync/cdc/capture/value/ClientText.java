package io.dataflowsync.cdc.capture.value;

import com.mysql.cj.CharsetMapping;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes a client's text: a server writes a statement to its binlog in the bytes that the client sent. */
final class ClientText {
    private ClientText() {}

    /** @param collation the number of a collation of the client's character set; 0 where that is not known */
    static String decode(byte[] text, int collation) {
        String charset = collation == 0 ? null : CharsetMapping.getStaticMysqlCharsetNameForCollationIndex(collation);
        return "latin1".equals(charset) ? Latin1.decode(text) : new String(text, charset(charset, collation));
    }

    private static Charset charset(@Nullable String name, int collation) {
        if (name == null || name.startsWith("utf8") || name.equals("binary")) {
            return StandardCharsets.UTF_8;
        }
        String java = CharsetMapping.getStaticJavaEncodingForCollationIndex(collation);
        return java != null && Charset.isSupported(java) ? Charset.forName(java) : StandardCharsets.UTF_8;
    }
}
