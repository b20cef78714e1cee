package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ChangedValues.Change;
import io.dataflowsync.dpu.mapping.ChangedValues.Found;
import io.dataflowsync.dpu.mapping.ChangedValues.Way;
import io.dataflowsync.pipeline.catalog.TypePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds columns that have another type on the target than in the source, and whose values a statement converts differently on the target
 * and in the source.
 *
 * <p>These are columns whose values it changes in the source, and columns whose values it leaves alone in the source but would change on
 * the target.
 */
final class UnlikeColumns {
    /** An offset of a time zone within a text. */
    private static final String OFFSET = "[-+][0-9][0-9]:[0-9][0-9]";

    private final Found found;
    private final TablesBefore before;
    private final ValueMode mode;
    private final boolean strict;
    private final boolean carried;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> withOffset = new ArrayList<>();
    /** The first change that needs all rows to be read again. One is enough. */
    private Optional<Change> readAgain = Optional.empty();

    /**
     * @param mode the mode of the session in which the source has run the statement; the target runs it in the same mode
     * @param carried whether the target's column gets the same definition by the statement
     */
    UnlikeColumns(Found found, TablesBefore before, ValueMode mode, boolean carried) {
        this.found = found;
        this.before = before;
        this.mode = mode;
        this.strict = mode.strict();
        this.carried = carried;
    }

    List<Change> changes() {
        found.after().columns().forEach(this::look);
        if (readAgain.isPresent()) {
            return List.of(readAgain.get());
        }
        if (!withOffset.isEmpty()) {
            changes.add(ofOffsets());
        }
        if (carried && !strict) {
            found.there().columns().stream()
                    .filter(target -> !isChangedAlike(target))
                    .forEach(this::converted);
        }
        return changes;
    }

    /** Checks one column. A column with other values on the target is skipped: its type is not carried over. */
    private void look(ColumnDefinition column) {
        TableDefinition old = found.old();
        Optional<ColumnDefinition> was = found.columns()
                .before(column.name())
                .filter(from -> old.identityColumn().filter(from::equals).isEmpty())
                .filter(from ->
                        names().rule(from).isWritten() && !names().rule(from).changesValues())
                .flatMap(old::column);
        Optional<ColumnDefinition> target = was.flatMap(source -> found.there().column(names().onTarget(source.name())))
                .filter(other -> !other.generated() && !column.generated());
        if (target.isEmpty()) {
            return;
        }
        if (found.columns().isRedefined(column.name())) {
            inCharsetOfTable(target.get(), column);
        }
        if (found.changed().contains(column.name())) {
            changed(was.get(), target.get(), column);
        } else if (carried
                && (found.columns().isRedefined(column.name())
                        || !was.get().equals(column.named(was.get().name())))) {
            kept(was.get(), target.get(), column);
        }
    }

    private MappedNames names() {
        return found.was();
    }

    /**
     * Adds a change for a definition that names no character set: the column gets that of its table, which may be another one on the
     * target.
     */
    private void inCharsetOfTable(ColumnDefinition target, ColumnDefinition column) {
        boolean isOfTable = !target.collation().isEmpty()
                && !column.collation().isEmpty()
                && !found.columns().isLettered(column.name());
        if (isOfTable && carried && !strict) {
            changes.add(new Change(
                    table(),
                    "it names no character set for the column " + inSource(column)
                            + ", so that the target's, which is in " + target.charset()
                            + ", gets that of its table there, which may lack letters of it",
                    Way.COLUMN_STAYS,
                    letters(target)
                            .inThatOfTable(column.charset(), found.changed().contains(column.name()))));
        }
    }

    private LostLetters letters(ColumnDefinition target) {
        return new LostLetters(found.there().name(), target);
    }

    /**
     * Adds a change if a character set for all texts of the table lacks letters of a column of the target.
     *
     * <p>Only the target has these letters: in rows of its own, and in words and constants of the pipeline file. They would be lost,
     * whatever the statement changes in the source.
     */
    private void converted(ColumnDefinition target) {
        String charset = found.columns().converted();
        if (!target.generated()
                && !target.collation().isEmpty()
                && !letters(target).haveNoneIn(charset)) {
            changes.add(new Change(
                    table(),
                    "it gives all texts the character set " + charset + ", which lacks letters that the column "
                            + Identifiers.quoted(target.name()) + " in " + target.charset() + " has on the target",
                    Way.COLUMN_STAYS,
                    letters(target).in(charset)));
        }
    }

    /** Whether a column of the source is changed along with this column of the target: then both lose the same letters. */
    private boolean isChangedAlike(ColumnDefinition target) {
        return found.changed().stream()
                .filter(column -> found.old().column(column).isPresent())
                .filter(column -> ColumnPlan.isWrittenAsItIs(names().rule(column)))
                .anyMatch(column -> names().onTarget(column).equalsIgnoreCase(target.name()));
    }

    private void changed(ColumnDefinition was, ColumnDefinition target, ColumnDefinition column) {
        if (readAgain.isPresent() || !ColumnPlan.isWrittenAsItIs(names().rule(was.name()))) {
            return;
        }
        TypePair pair = new TypePair(was, target);
        boolean isAlike = pair.convertsAlike(column)
                || pair.isConvertedAlready(column)
                || pair.isOfBytesAlike() && found.columns().isLettered(column.name());
        if (!isAlike || isCutOtherwise(was, target, column) || isPaddedOtherwise(was, target, column)) {
            readAgain = Optional.of(new Change(
                    table(),
                    "the source may have changed values of the column " + inSource(was) + " with it, which was "
                            + described(was) + ", and the target's is " + described(target)
                            + ", of which it makes other values,",
                    Way.READ_AGAIN,
                    ""));
        } else if (!strict && pair.mayReadOffset(column)) {
            withOffset.add(Identifiers.quoted(target.name()));
        }
    }

    /**
     * Whether the target may cut texts or lose letters in another way than the source.
     *
     * <p>A text that does not fit is cut, and a letter that is not in the new character set is lost. The place of the cut depends on the
     * former character set. A definition that names no character set takes that of the table, which may be another one on the target.
     */
    private boolean isCutOtherwise(ColumnDefinition was, ColumnDefinition target, ColumnDefinition column) {
        ColumnType after = ColumnType.of(column);
        boolean isOtherSet = !was.charset().equals(target.charset());
        boolean mayLoseLetters = found.columns().isRedefined(column.name())
                && !column.charset().equals("utf8mb4")
                && !column.charset().equals(was.charset());
        return !strict
                && after.isText()
                && ColumnType.of(was).isText()
                && (isOtherSet && after.maxBytes() > 0 || mayLoseLetters);
    }

    /** Whether the target pads values in another way than the source. Only a CHAR is padded with blanks, up to its length. */
    private boolean isPaddedOtherwise(ColumnDefinition was, ColumnDefinition target, ColumnDefinition column) {
        boolean isChar = ColumnType.of(was).name().equals("char");
        boolean isCharThere = ColumnType.of(target).name().equals("char");
        return mode.padded()
                && !ColumnType.of(column).name().equals("char")
                && (isChar || isCharThere)
                && (isChar != isCharThere
                        || ColumnType.of(was).size() != ColumnType.of(target).size());
    }

    /** Adds a change if the source's values stay as they are, but the target's would not. */
    private void kept(ColumnDefinition was, ColumnDefinition target, ColumnDefinition column) {
        if (KeptValues.are(target, column, mode)) {
            return;
        }
        String why = "it leaves the values of the column " + inSource(was) + " as they are, and the target's is "
                + described(target) + " there, of which it makes " + described(column);
        Optional<TableName> other = before.writing(
                before.sharing(found.old().name(), names().tableOnTarget()), names().tableOnTarget(), target.name());
        if (other.isPresent()) {
            changes.add(new Change(
                    table(), why + ", and the rows of " + other.get() + " are there, too", Way.COLUMN_STAYS, ""));
            return;
        }
        boolean isOfOneKind = new TypePair(was, target).convertsAlike(column)
                && !isPaddedOtherwise(was, target, column)
                && ColumnPlan.isWrittenAsItIs(names().rule(was.name()));
        String lost = isOfOneKind ? lost(target, column) : "";
        if (!isOfOneKind || !lost.isEmpty()) {
            changes.add(new Change(table(), why, Way.COLUMN_STAYS, lost));
        }
    }

    /**
     * A condition for the rows of the target whose values would change, though values that came from the source would not; empty if there
     * are none.
     */
    private String lost(ColumnDefinition target, ColumnDefinition column) {
        String name = Identifiers.quoted(target.name());
        ColumnType from = ColumnType.of(target);
        ColumnType to = ColumnType.of(column);
        List<String> lost = new ArrayList<>();
        if (target.nullable() && !column.nullable()) {
            lost.add(name + " IS NULL");
        }
        if (!strict
                && to.isText()
                && from.isText()
                && found.columns().isLettered(column.name())
                && !letters(target).haveNoneIn(column.charset())) {
            lost.add(letters(target).in(column.charset()));
        }
        if (to.name().equals("decimal") && to.scale() < from.scale()) {
            lost.add(isOther(name, "DECIMAL(" + to.size() + "," + to.scale() + ")"));
        } else if (from.isMoment() && to.isMoment() && to.size() < from.size()) {
            lost.add(isOther(name, "DATETIME(" + to.size() + ")"));
        } else if (from.name().equals("time") && to.name().equals("time") && to.size() < from.size()) {
            lost.add(isOther(name, "TIME(" + to.size() + ")"));
        } else if (!strict && to.isInteger() && from.isInteger()) {
            lost.add(name + " < " + KeptValues.least(column) + " OR " + name + " > " + KeptValues.most(column));
        } else if (!strict && to.isText()) {
            lost.add(
                    to.maxBytes() > 0
                            ? "LENGTH(" + name + ") > " + to.maxBytes()
                            : "CHAR_LENGTH(" + name + ") > " + to.size());
        } else if (!strict && to.isBytes()) {
            lost.add(to.size() > 0 ? "LENGTH(" + name + ") > " + to.size() : name + " IS NOT NULL");
        }
        return String.join(" OR ", lost);
    }

    private static String isOther(String name, String type) {
        return "NOT (" + name + " <=> CAST(" + name + " AS " + type + "))";
    }

    /** The change for texts with an offset of a time zone. A source in strict mode refuses such a text itself. */
    private Change ofOffsets() {
        return new Change(
                table(),
                "the source has cut off offsets such as '+02:00' from texts of the column "
                        + String.join(", ", withOffset)
                        + " with it, and the target would apply them",
                Way.READ_AGAIN,
                withOffset.stream()
                        .map(column -> "CONVERT(" + column + " USING utf8mb4) REGEXP '" + OFFSET + "'")
                        .collect(Collectors.joining(" OR ")));
    }

    private String table() {
        return found.there().name().table();
    }

    private String inSource(ColumnDefinition column) {
        return Identifiers.quoted(names().inSource(column.name()));
    }

    private static String described(ColumnDefinition column) {
        return column.type() + (column.charset().isEmpty() ? "" : " in " + column.charset());
    }
}
