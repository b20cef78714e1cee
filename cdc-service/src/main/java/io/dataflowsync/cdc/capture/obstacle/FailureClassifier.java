package io.dataflowsync.cdc.capture.obstacle;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ErrorKind;
import io.dataflowsync.contract.error.SqlStates;
import io.debezium.text.MultipleParsingExceptions;
import io.debezium.text.ParsingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whether a failure is worth a retry, and formats it as one line. */
public final class FailureClassifier {
    /** The engine's message when it failed at the event that it was given. */
    private static final String OF_AN_EVENT = "error processing binlog event";

    /** The engine's messages for failures that only an operator can fix, in lower case. */
    private static final Map<String, ErrorCode> HOPELESS = Map.ofEntries(
            Map.entry("no longer available on the server", ErrorCode.SOURCE_POSITION_LOST),
            Map.entry("could not find first log file name", ErrorCode.SOURCE_POSITION_LOST),
            Map.entry("master has purged binary logs", ErrorCode.SOURCE_POSITION_LOST),
            Map.entry("client requested master to start replication from impossible", ErrorCode.SOURCE_POSITION_LOST),
            Map.entry("history topic is missing", ErrorCode.SCHEMA_HISTORY_LOST),
            Map.entry("history was not found but was expected", ErrorCode.SCHEMA_HISTORY_LOST),
            Map.entry("access denied", ErrorCode.SOURCE_REFUSES),
            Map.entry(OF_AN_EVENT, ErrorCode.SOURCE_UNREADABLE));

    /** The engine's messages for a statement that it cannot parse. */
    private static final List<String> UNPARSEABLE =
            List.of("could not be parsed", "couldn't be parsed", "failed to parse");

    private FailureClassifier() {}

    /** Whether the engine failed at an event and would fail at it again: the reason is neither a missing server nor a timeout. */
    public static boolean isOfAnEvent(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return isUnparseable(failure)
                || texts(chain).anyMatch(text -> text.contains(OF_AN_EVENT))
                        && chain.stream().noneMatch(cause -> isConnectionLoss(cause) || isOfBroker(cause));
    }

    private static boolean isOfBroker(Throwable cause) {
        return cause instanceof org.apache.kafka.common.errors.RetriableException
                || cause instanceof InterruptedException;
    }

    /** Whether it is a statement of the source that the engine cannot parse. */
    static boolean isUnparseable(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.stream()
                        .anyMatch(cause ->
                                cause instanceof ParsingException || cause instanceof MultipleParsingExceptions)
                || texts(chain).anyMatch(text -> UNPARSEABLE.stream().anyMatch(text::contains));
    }

    private static Stream<String> texts(List<Throwable> chain) {
        return chain.stream().map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT));
    }

    /** Whether only an operator can fix it. An unknown failure is tried again. */
    public static boolean isPermanent(Throwable failure) {
        return code(failure).kind() == ErrorKind.STOP;
    }

    /** The code of a failure to read the source. */
    public static ErrorCode code(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Optional<CannotGoOnException> known = known(failure);
        if (known.isPresent()) {
            return known.get().code();
        }
        if (chain.stream().anyMatch(StalledStreamException.class::isInstance)) {
            return ErrorCode.SOURCE_STALLED;
        }
        if (chain.stream().anyMatch(FailureClassifier::isConnectionLoss)) {
            return ErrorCode.SOURCE_AWAY;
        }
        if (isUnparseable(failure)) {
            return ErrorCode.SOURCE_UNREADABLE;
        }
        if (chain.stream().anyMatch(org.apache.kafka.common.errors.RetriableException.class::isInstance)) {
            return ErrorCode.BROKER_AWAY;
        }
        return texts(chain)
                .flatMap(text -> HOPELESS.entrySet().stream().filter(hopeless -> text.contains(hopeless.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ErrorCode.SOURCE_AWAY);
    }

    /** The known reason of the failure, from the place where it occurred. */
    public static Optional<CannotGoOnException> known(Throwable failure) {
        return chain(failure).stream()
                .filter(CannotGoOnException.class::isInstance)
                .map(CannotGoOnException.class::cast)
                .findFirst();
    }

    /** The failure in one line: the known reason, otherwise the innermost one. */
    public static String line(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Throwable last = known(failure).<Throwable>map(e -> e).orElseGet(() -> chain.get(chain.size() - 1));
        String text = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return text.strip().replaceAll("\\s+", " ");
    }

    private static boolean isConnectionLoss(Throwable cause) {
        return cause instanceof java.net.SocketException
                || cause instanceof java.io.EOFException
                || cause instanceof SQLException sql && SqlStates.isNoAnswer(sql);
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
