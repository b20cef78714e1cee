package io.dataflowsync.contract.event;

/**
 * The checks that the source's session had switched off when it wrote rows or ran a statement. They stand in the flags of the binlog event.
 *
 * @param foreignKeys {@code foreign_key_checks = 0}: no check, and no cascade
 * @param uniqueKeys {@code unique_checks = 0}
 */
public record Unchecked(boolean foreignKeys, boolean uniqueKeys) {
    /** All checks were on. */
    public static final Unchecked NOTHING = new Unchecked(false, false);

    private static final Unchecked FOREIGN_KEYS = new Unchecked(true, false);
    private static final Unchecked UNIQUE_KEYS = new Unchecked(false, true);
    private static final Unchecked BOTH = new Unchecked(true, true);

    /** Returns {@link #NOTHING} if both are false, without a new object. */
    public static Unchecked of(boolean foreignKeys, boolean uniqueKeys) {
        if (foreignKeys) {
            return uniqueKeys ? BOTH : FOREIGN_KEYS;
        }
        return uniqueKeys ? UNIQUE_KEYS : NOTHING;
    }
}
