package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds the differences between one SQL server and another.
 *
 * @param name the name of its directories: {@code mysql57}
 * @param version the name of the unpacked one in the cache
 * @param program the server, in the unpacked directory
 * @param flags the usual flags
 * @param users the statements that create its users, a line each
 * @param unpack puts the programs into an empty directory
 * @param initialise makes a data directory out of an empty directory
 */
record SqlFlavour(
        String name,
        String version,
        String program,
        List<String> flags,
        List<String> users,
        Cache.Filling unpack,
        Initialisation initialise) {

    /** Makes a data directory. */
    interface Initialisation {
        void initialise(Path programs, Path data, List<String> flags) throws IOException;
    }
}
