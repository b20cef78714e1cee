package io.dataflowsync.sandbox.verify;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param rows how many rows of the source were looked up on the target
 * @param differences all of them
 * @param uncompared what could not be compared, a line each: {@code clients.label: made by an expression}
 */
public record Verification(long rows, List<Difference> differences, List<String> uncompared) {}
