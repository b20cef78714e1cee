package io.dataflowsync.pipeline.config;

/** Says how a date with a month or a day of 0 is handled. Servers that are not strict accept such dates. */
public sealed interface ZeroDates {
    ZeroDates KEPT = new Keep();

    /** It stays as it is. */
    record Keep() implements ZeroDates {}

    /** It becomes NULL. */
    record Null() implements ZeroDates {}

    /** It makes its event a dead letter. */
    record DeadLetter() implements ZeroDates {}

    /** It becomes this date. */
    record Fixed(String date) implements ZeroDates {}
}
