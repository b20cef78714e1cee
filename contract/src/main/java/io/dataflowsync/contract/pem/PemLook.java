package io.dataflowsync.contract.pem;

import java.util.Optional;

/** Reads a part of a PEM file, only to see whether it can be read. */
@FunctionalInterface
public interface PemLook {

    Object at() throws PemException;

    /** What is wrong with the file; empty where nothing is. */
    default Optional<PemException> failure() {
        try {
            at();
            return Optional.empty();
        } catch (PemException e) {
            return Optional.of(e);
        }
    }
}
