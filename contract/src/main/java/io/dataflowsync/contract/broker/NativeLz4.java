package io.dataflowsync.contract.broker;

import java.util.Optional;
import net.jpountz.util.Native;

/**
 * The compression of the topics in machine code. The library takes it by itself only where the system's class loader has loaded it,
 * which is not so in a packaged service.
 */
public final class NativeLz4 {
    private NativeLz4() {}

    /**
     * Must come before the first producer or consumer. Where the machine has no such code, or no place for it, Java does the same, slower.
     *
     * @return why Java does it; empty where it need not
     */
    public static Optional<String> load() {
        try {
            Native.load();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("lz4 is done in Java: " + e.getMessage());
        }
    }
}
