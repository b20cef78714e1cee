package io.dataflowsync.servicekit.access;

/** The data that a service keeps of a user's password: enough to recognise it. */
sealed interface KnownPassword permits PasswordHash, PlainPassword {

    boolean matches(String password);
}
