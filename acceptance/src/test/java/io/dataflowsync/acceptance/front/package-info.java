/**
 * A TLS that stands before a MySQL server without one.
 *
 * <p>In: connections of MySQL's clients. Out: the same, in clear, to a server on this host. {@link TlsFront} listens, {@link FrontLink} takes one
 * connection through its login, {@link Packet} is what goes over it meanwhile. Invariant: what a client has asked to encrypt reaches the server
 * through this process alone, and a client that asks for no encryption is counted before a byte of it goes on.
 *
 * <p>The facts of the protocol are those of MySQL's own documentation of its source code, chapter "Client/Server Protocol": "MySQL Packets",
 * "Protocol::HandshakeV10", "Protocol::SSLRequest", "Protocol::HandshakeResponse41", "COM_BINLOG_DUMP" and "COM_BINLOG_DUMP_GTID".
 */
@NullMarked
package io.dataflowsync.acceptance.front;

import org.jspecify.annotations.NullMarked;
