package io.dataflowsync.contract.config;

/** What becomes of a date that has a month or a day of 0, as servers take it that are not strict. */
public sealed interface ZeroDates {
    ZeroDates KEPT = new Keep();

    /** It stays. */
    record Keep() implements ZeroDates {}

    /** It becomes NULL. */
    record Null() implements ZeroDates {}

    /** It makes its event a dead letter. */
    record DeadLetter() implements ZeroDates {}

    /** It becomes this date. */
    record Fixed(String date) implements ZeroDates {}
}
