package io.dataflowsync.servicekit.access;

/** What a service knows of a user's password: enough to recognise it. */
sealed interface KnownPassword permits PasswordHash, PlainPassword {

    boolean matches(String password);
}
