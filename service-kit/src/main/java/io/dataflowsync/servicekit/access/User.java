package io.dataflowsync.servicekit.access;

/** A user who can sign in. */
record User(String name, Role role, KnownPassword password) {}
