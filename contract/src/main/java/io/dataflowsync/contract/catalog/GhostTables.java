package io.dataflowsync.contract.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the tables that gh-ost ({@code _t_gho}, {@code _t_ghc}, {@code _t_del}) and pt-online-schema-change ({@code _t_new},
 * {@code _t_old}, with more underscores where such a table is there) make beside a table {@code t} that they change.
 */
public final class GhostTables {
    private static final Pattern NAME = Pattern.compile("_+(.+)_(gho|ghc|del|new|old)");

    private GhostTables() {}

    /** The table beside which one of this name would be made; whether there is such a table, the caller knows. */
    public static Optional<String> original(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
