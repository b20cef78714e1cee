package io.dataflowsync.monitor.station;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The result of a request for a service's status. */
public sealed interface Heard<T> {

    /** The same result with a converted status. */
    <R> Heard<R> map(Function<T, R> made);

    /** The service is not asked: its address is not set. */
    record NotAsked<T>() implements Heard<T> {
        @Override
        public <R> Heard<R> map(Function<T, R> made) {
            return new NotAsked<>();
        }
    }

    /** The service was not asked yet. */
    record NotYet<T>() implements Heard<T> {
        @Override
        public <R> Heard<R> map(Function<T, R> made) {
            return new NotYet<>();
        }
    }

    /**
     * The service returned no status at the last request.
     *
     * @param since the time of the first such request in a row
     * @param reason the reason in a few words, which follow the service's name
     */
    record Silence<T>(Instant since, String reason) implements Heard<T> {
        @Override
        public <R> Heard<R> map(Function<T, R> made) {
            return new Silence<>(since, reason);
        }
    }

    /**
     * The service returned its status.
     *
     * @param at the time of the answer
     */
    record Answer<T>(Instant at, T status) implements Heard<T> {
        /** The age up to which an answer shows the present state of the service. */
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
