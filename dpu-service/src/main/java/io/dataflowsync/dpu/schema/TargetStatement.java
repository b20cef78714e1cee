package io.dataflowsync.dpu.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement for the target.
 *
 * @param beginning the text before the parts: {@code ALTER TABLE `shop`.`orders` }; empty for a statement of one part
 * @param parts the parts, at least one; each may be run without the others
 * @param tables the target's tables that it changes
 * @param conditions the conditions that must hold before it is run
 */
public record TargetStatement(String beginning, List<Part> parts, List<String> tables, List<Condition> conditions) {

    /**
     * A part of a statement.
     *
     * @param wanted the state of the catalogue that shows that the part is done
     */
    public record Part(String sql, Wanted wanted) {}

    /**
     * A condition that holds if a query returns no row.
     *
     * @param query SELECT … LIMIT 1
     * @param why the reason why the statement cannot be run if there is a row, and the remedy
     * @param unless the state of the catalogue after an operator has done the change by hand: then the condition need not hold any more
     */
    public record Condition(String query, String why, Wanted unless) {}

    static TargetStatement whole(String sql, Wanted wanted, String... tables) {
        return new TargetStatement("", List.of(new Part(sql, wanted)), List.of(tables), List.of());
    }

    public String sql() {
        return parts.stream().map(Part::sql).collect(Collectors.joining(", ", beginning, ""));
    }

    /** Whether a column gets the name of another column, which is dropped or renamed itself: such parts cannot be run without each other. */
    public boolean tradesNames() {
        return new TradedNames(parts).areTraded();
    }

    /** The state of the target's catalogue that shows each part: it has this state once all parts are done, and did not have it before. */
    public List<Wanted> shown() {
        TradedNames names = new TradedNames(parts);
        return parts.stream().map(Part::wanted).map(names::shown).toList();
    }

    /** The same statement with these parts alone. */
    public TargetStatement only(List<Part> some) {
        return new TargetStatement(beginning, some, tables, conditions);
    }
}
