package io.dataflowsync.cdc.capture;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a failure: is there hope, and what shall people be told? */
public final class Trouble {
    /** What the engine says where only a person can help. */
    private static final List<String> HOPELESS = List.of(
            "no longer available on the server",
            "could not find first log file name",
            "master has purged binary logs",
            "db history topic is missing",
            "could not be parsed",
            "failed to parse",
            "error processing binlog event");

    private Trouble() {}

    /** Whether only a person can mend it. What is not known for that is tried again. */
    static boolean isPermanent(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (chain.stream().anyMatch(CannotGoOnException.class::isInstance)) {
            return true;
        }
        if (chain.stream().anyMatch(Trouble::isConnectionLoss)) {
            return false;
        }
        return chain.stream()
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(text -> HOPELESS.stream().anyMatch(text::contains));
    }

    /** The failure in one line: the innermost reason. */
    public static String line(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Throwable last = chain.get(chain.size() - 1);
        String text = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return text.strip().replaceAll("\\s+", " ");
    }

    private static boolean isConnectionLoss(Throwable cause) {
        return cause instanceof java.net.SocketException
                || cause instanceof java.io.EOFException
                || cause instanceof SQLException sql
                        && (sql.getSQLState() == null || sql.getSQLState().startsWith("08"));
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && !chain.contains(cause)) {
            chain.add(cause);
            cause = cause.getCause();
        }
        return chain;
    }
}
