package io.dataflowsync.pipeline.preflight;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds out whether a connection stays on this host. */
final class ThisHost {
    private ThisHost() {}

    static boolean is(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
