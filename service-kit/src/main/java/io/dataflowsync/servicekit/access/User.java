package io.dataflowsync.servicekit.access;

/** Someone who can sign in. */
record User(String name, Role role, KnownPassword password) {}
