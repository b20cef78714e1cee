package io.dataflowsync.sandbox.verify;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param rows how many rows of the source were looked up on the target
 * @param differences all of them
 */
public record Verification(long rows, List<Difference> differences) {}
