package io.dataflowsync.cdc.capture.value;

import io.dataflowsync.contract.event.Binary;
import java.util.HexFormat;

/**
 * Texts in Unicode whose bytes are none, as the halves of surrogate pairs that MySQL 5.7 takes. A decoder would make the same
 * replacement character of them all: two keys would be one. Their bytes go on instead, through the engine as a text that no text is.
 */
public final class MalformedText {
    /** A half that stands alone: no decoder makes one. */
    private static final char MARK = '\uDC00';

    private static final char REPLACEMENT = '\uFFFD';

    private MalformedText() {}

    public static String decode(byte[] bytes, ServerCharset charset) {
        String text = charset.decode(bytes);
        return text.indexOf(REPLACEMENT) >= 0 && !charset.isWellFormed(bytes)
                ? MARK + HexFormat.of().formatHex(bytes)
                : text;
    }

    /** The text, or the bytes that it could not be read from. */
    public static Object told(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK
                ? new Binary(HexFormat.of().parseHex(text, 1, text.length()))
                : text;
    }
}
