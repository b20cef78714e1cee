package io.dataflowsync.cdc.capture.value;

import io.dataflowsync.contract.event.Binary;
import java.util.HexFormat;

/**
 * Keeps the bytes of texts that are not valid Unicode, for example the single halves of surrogate pairs that MySQL 5.7 accepts.
 *
 * <p>A decoder would give the same replacement character for all of them: two keys would become one. So the bytes pass the engine
 * instead, as a text that no valid text equals.
 */
public final class MalformedText {
    /** The single half of a surrogate pair: no decoder produces one. */
    private static final char MARK = '\uDC00';

    private static final char REPLACEMENT = '\uFFFD';

    private MalformedText() {}

    public static String decode(byte[] bytes, ServerCharset charset) {
        String text = charset.decode(bytes);
        return text.indexOf(REPLACEMENT) >= 0 && !charset.isWellFormed(bytes)
                ? MARK + HexFormat.of().formatHex(bytes)
                : text;
    }

    /** The text, or the bytes if it was not valid. */
    public static Object textOrBytes(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK
                ? new Binary(HexFormat.of().parseHex(text, 1, text.length()))
                : text;
    }
}
