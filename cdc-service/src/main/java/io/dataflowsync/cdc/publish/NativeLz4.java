package io.dataflowsync.cdc.publish;

import net.jpountz.util.Native;
import org.jboss.logging.Logger;

/**
 * The compression in machine code. The library takes it by itself only where the system's class loader has loaded it, which is not so
 * in the packaged service.
 */
final class NativeLz4 {
    private static final Logger LOG = Logger.getLogger(NativeLz4.class);

    private NativeLz4() {}

    /** Must come before the first producer. Where the machine has no such code, or no place for it, Java does the same, slower. */
    static void load() {
        try {
            Native.load();
        } catch (RuntimeException | LinkageError e) {
            LOG.infof("lz4 is done in Java: %s", e.getMessage());
        }
    }
}
