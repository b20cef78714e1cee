package io.dataflowsync.monitor.station;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What came of asking a service for its status. */
public sealed interface Heard<T> {

    /** The same, with something else made of the status. */
    <R> Heard<R> map(Function<T, R> made);

    /** Nobody said where it is. */
    record NotAsked<T>() implements Heard<T> {
        @Override
        public <R> Heard<R> map(Function<T, R> made) {
            return new NotAsked<>();
        }
    }

    /** It was not asked yet. */
    record NotYet<T>() implements Heard<T> {
        @Override
        public <R> Heard<R> map(Function<T, R> made) {
            return new NotYet<>();
        }
    }

    /**
     * It gave no status when it was asked last.
     *
     * @param since the first time in a row
     * @param reason in a few words, which follow the service's name
     */
    record Silence<T>(Instant since, String reason) implements Heard<T> {
        @Override
        public <R> Heard<R> map(Function<T, R> made) {
            return new Silence<>(since, reason);
        }
    }

    /**
     * It gave its status.
     *
     * @param at when
     */
    record Answer<T>(Instant at, T status) implements Heard<T> {
        /** An answer that is older says nothing of how the service is now. */
        static final Duration FRESH = Duration.ofSeconds(8);

        @Override
        public <R> Heard<R> map(Function<T, R> made) {
            return new Answer<>(at, made.apply(status));
        }

        boolean isFresh(Instant now) {
            return at.plus(FRESH).isAfter(now);
        }
    }
}
