package io.dataflowsync.acceptance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the folder {@code cases}: SQL that users run, and the rows that the target must have then, which are those that MySQL's own
 * replication gives, under new keys. Its form is that of a {@link Scenario}, with {@linkplain CaseStep steps} in the section
 * {@code stream}, and with these comments before the first section:
 *
 * <ul>
 *   <li>{@code -- Settings: ddl: apply}: further lines of the pipeline file; or {@code none};
 *   <li>{@code -- Pipeline: in turn}: it stops something; in its pipeline the next case begins when it has come out;
 *   <li>{@code -- Pipeline: its own}: no other case can share its pipeline, whose name is the case's without underscores;
 *   <li>{@code -- Source: --lower-case-table-names=1}: flags of a source of its own;
 *   <li>{@code -- Schemas: NAME}: a second schema of the source, which the statements name.
 * </ul>
 *
 * <p>Further sections: {@code comparison}, the differences that the comparison of the case's tables must have, mostly none; {@code said},
 * texts that the log and the status of cdc-service must have; {@code or said}, texts that the services' logs must have where the rows are
 * not as they ought to be.
 */
record CaseFile(Scenario scenario) {

    /** All cases; with the system property {@code dfs.cases} those whose name contains one of its words, {@code rename,row_image}. */
    static List<CaseFile> all() {
        List<String> words = Arrays.asList(System.getProperty("dfs.cases", "").split(","));
        return Scenario.all("cases").stream()
                .filter(scenario -> words.stream().anyMatch(scenario.name()::contains))
                .map(CaseFile::new)
                .toList();
    }

    String name() {
        return scenario.name();
    }

    /** Further lines of the pipeline file. */
    String settings() {
        String said = scenario.said("Settings");
        return said.equals("none") ? "" : said + "\n";
    }

    /** How it shares a pipeline with other cases. */
    enum Sharing {
        /** All take their steps, and then all are compared. */
        SIDE_BY_SIDE,
        /** One begins when the one before it has come out. */
        IN_TURN,
        NONE
    }

    Sharing sharing() {
        String said = scenario.said("Pipeline");
        return switch (said) {
            case "" -> Sharing.SIDE_BY_SIDE;
            case "in turn" -> Sharing.IN_TURN;
            case "its own" -> Sharing.NONE;
            default -> throw new IllegalArgumentException(name() + ": no such way to share a pipeline: " + said);
        };
    }

    /** Flags of the source, which is its own then. */
    List<String> sourceFlags() {
        return words("Source");
    }

    /** Captured schemas of the source beside the pipeline's own. */
    List<String> moreSchemas() {
        return words("Schemas");
    }

    private List<String> words(String word) {
        return Stream.of(scenario.said(word).split(" "))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** What makes its tables at the source and fills them. */
    String[] beforeTheStart() {
        return scenario.statements("both", "source", "before");
    }

    /** What makes its tables on the target. */
    String[] onTarget() {
        return scenario.statements("both", "target");
    }

    List<CaseStep> steps() {
        return CaseStep.read(scenario.lines("stream"));
    }

    @Override
    public String toString() {
        return scenario.toString();
    }
}
