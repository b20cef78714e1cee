package io.dataflowsync.dpu.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement for the target.
 *
 * @param beginning what stands before the parts: {@code ALTER TABLE `shop`.`orders` }; empty for a statement of one part
 * @param parts at least one; each may be run without the others
 * @param tables the target's tables that it changes
 * @param conditions what must hold before it is run
 */
public record TargetStatement(String beginning, List<Part> parts, List<String> tables, List<Condition> conditions) {

    public record Part(String sql, Wanted wanted) {}

    /**
     * Holds where a query has no row.
     *
     * @param query SELECT … LIMIT 1
     * @param why the statement cannot be run where there is one, and what is to be done
     * @param unless what somebody has done by hand then, so that nothing need hold any more
     */
    public record Condition(String query, String why, Wanted unless) {}

    static TargetStatement whole(String sql, Wanted wanted, String... tables) {
        return new TargetStatement("", List.of(new Part(sql, wanted)), List.of(tables), List.of());
    }

    public String sql() {
        return parts.stream().map(Part::sql).collect(Collectors.joining(", ", beginning, ""));
    }

    /** Whether a column gets the name of another one, which goes or gets a name itself: its parts mean nothing without each other. */
    public boolean tradesNames() {
        return new TradedNames(parts).areTraded();
    }

    /** What the target's catalogue shows of each part once all of them are done, and did not before. */
    public List<Wanted> shown() {
        TradedNames names = new TradedNames(parts);
        return parts.stream().map(Part::wanted).map(names::shown).toList();
    }

    /** The same of these parts alone. */
    public TargetStatement only(List<Part> some) {
        return new TargetStatement(beginning, some, tables, conditions);
    }
}
