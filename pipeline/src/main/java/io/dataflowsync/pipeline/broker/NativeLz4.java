package io.dataflowsync.pipeline.broker;

import java.util.Optional;
import net.jpountz.util.Native;

/**
 * Loads the native code for the compression of the topics. The library uses it by itself only if the system's class loader has loaded
 * the library, which is not the case in a packaged service.
 */
public final class NativeLz4 {
    private NativeLz4() {}

    /**
     * Loads it; must run before the first producer or consumer. If there is no native code for the machine, or no directory for it, Java
     * does the same, but slower.
     *
     * @return the reason why Java does it; empty if the native code is loaded
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
