package io.dataflowsync.verify;

import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that changed tables; only the names in it are known.
 *
 * @param table the table that it changes
 * @param text the statement in its canonical form, without its string literals
 */
record TableStatement(TableName table, String text) {
    private static final String NAME = "(?:`((?:[^`]|``)+)`|([\\w$]+))";
    private static final String TABLE = NAME + "\\." + NAME;
    private static final Pattern TEXTS = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'", Pattern.DOTALL);
    private static final Pattern MAKES_OR_DROPS = pattern("\\s*(?:CREATE|DROP)\\s+(?:TEMPORARY\\s+)?TABLE\\b.*");
    private static final Pattern ALTER = pattern("\\s*ALTER\\s+TABLE\\s+" + TABLE + ".*");
    private static final Pattern ALTER_RENAME =
            pattern("\\s*ALTER\\s+TABLE\\s+" + TABLE + "(?:.*[\\s,])?RENAME\\s+(?:TO\\s+|AS\\s+)?" + TABLE + ".*");
    private static final Pattern RENAME = pattern("\\s*RENAME\\s+TABLES?\\b.*");
    private static final Pattern RENAMED = pattern(TABLE + "\\s+TO\\s+" + TABLE);
    private static final Pattern DROPPED_COLUMN = pattern("\\bDROP\\s+(?:COLUMN\\s+)?" + NAME);
    private static final Pattern CHANGED_COLUMN = pattern("\\bCHANGE\\s+(?:COLUMN\\s+)?" + NAME + "\\s+" + NAME);

    /** A new name of a table. */
    record Rename(TableName from, TableName to) {}

    TableStatement {
        text = TEXTS.matcher(text).replaceAll("''");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Whether the name means another table after the statement. */
    boolean makesOrDrops() {
        return MAKES_OR_DROPS.matcher(text).matches();
    }

    /** The renames, in their order. */
    List<Rename> renames() {
        List<Rename> renames = new ArrayList<>();
        Matcher matcher = ALTER_RENAME.matcher(text);
        if (matcher.matches()) {
            renames.add(rename(matcher));
        } else if (RENAME.matcher(text).matches()) {
            matcher = RENAMED.matcher(text);
            while (matcher.find()) {
                renames.add(rename(matcher));
            }
        }
        return renames;
    }

    /** The name that the table has after the statement. */
    TableName tableAfter() {
        List<Rename> renames = renames();
        return renames.size() == 1 ? renames.get(0).to() : table;
    }

    /** The column names, in lower case, that the statement removes. */
    Set<String> namesLeft() {
        Set<String> names = new HashSet<>();
        if (!ALTER.matcher(text).matches()) {
            return names;
        }
        Matcher dropped = DROPPED_COLUMN.matcher(text);
        while (dropped.find()) {
            names.add(name(dropped, 1));
        }
        Matcher changed = CHANGED_COLUMN.matcher(text);
        while (changed.find()) {
            if (!name(changed, 1).equals(name(changed, 3))) {
                names.add(name(changed, 1));
            }
        }
        return names;
    }

    private static Rename rename(Matcher matcher) {
        return new Rename(
                new TableName(spelled(matcher, 1), spelled(matcher, 3)),
                new TableName(spelled(matcher, 5), spelled(matcher, 7)));
    }

    private static String name(Matcher matcher, int group) {
        return spelled(matcher, group).toLowerCase(Locale.ROOT);
    }

    private static String spelled(Matcher matcher, int group) {
        String quoted = matcher.group(group);
        return quoted == null ? matcher.group(group + 1) : quoted.replace("``", "`");
    }
}
