package io.dataflowsync.pipeline.pem;

import java.util.Optional;

/** Reads a part of a PEM file, only to check that it can be read. */
@FunctionalInterface
public interface PemLook {

    Object at() throws PemException;

    /** Returns the fault of the file; empty if it has none. */
    default Optional<PemException> failure() {
        try {
            at();
            return Optional.empty();
        } catch (PemException e) {
            return Optional.of(e);
        }
    }
}
