package io.dataflowsync.cdc.capture.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code time_zone = SYSTEM} is, on servers whose systems are in different zones. */
class SystemZoneIT {
    private static RunDirectory run;

    private final Map<BinlogPosition, Acceptance> accepted = new HashMap<>();

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void aZoneThatIsAlwaysTheSameIsAnOffset() throws Exception {
        assertThat(describer(source("UTC")).systemZone()).contains("+00:00");
        assertThat(describer(source("XST+2:30")).systemZone()).contains("-02:30");
    }

    @Test
    void aZoneWhoseOffsetChangesIsNamedWithTheStatementsThatReckonWithIt() throws Exception {
        MySql57 source = source("Europe/Berlin");

        List<Followed> followed = followed(
                source,
                "ALTER TABLE t ADD COLUMN plain INT",
                "ALTER TABLE t ADD COLUMN made DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP",
                "ALTER TABLE t ADD COLUMN since TIMESTAMP NOT NULL DEFAULT '2001-07-01 12:00:00'");

        assertThat(followed)
                .extracting(statement -> statement.session().timeZone())
                .containsExactly("", "Europe/Berlin", "Europe/Berlin");
    }

    @Test
    void aZoneOfNoKnownRulesStopsUntilSomebodyTakesTheOffsetOfThatMoment() throws Exception {
        MySql57 source = source("XST-1XDT,J60/2,J300/3");
        String statement = "ALTER TABLE t ADD COLUMN since TIMESTAMP NOT NULL DEFAULT '2001-07-01 12:00:00'";

        assertThatThrownBy(() -> followed(source, "SET timestamp = 994000000", statement))
                .isInstanceOf(UnprovenException.class)
                .hasMessage(
                        "the statement depends on time_zone = SYSTEM, and the source's zone has no name for another server: its offset"
                                + " changes, by the rules of no known zone; a skip takes the offset of that moment");
    }

    private static MySql57 source(String zone) {
        return MySql57.start(run, EngineOptions.DEFAULT.withVariable("TZ", zone));
    }

    private static ServerDescriber describer(MySql57 source) {
        return new ServerDescriber(config(source));
    }

    private static SourceConfig config(MySql57 source) {
        return new SourceConfig(
                source.host(), source.port(), Engine.USER, new Secret(Engine.PASSWORD), List.of("zones"));
    }

    private List<Followed> followed(MySql57 source, String... statements) throws Exception {
        source.execute(
                "",
                "CREATE SCHEMA zones",
                "CREATE TABLE zones.t (id INT PRIMARY KEY)",
                "INSERT INTO zones.t VALUES (1)");
        SchemaTracker tracker = SchemaTracker.of(
                config(source), new DefinitionHistory(), place -> Optional.ofNullable(accepted.get(place)), () -> {});
        BinlogPosition began = tracker.beginNow();
        source.execute("zones", statements);
        List<BinlogScout.Scouted> scouted = new ArrayList<>();
        new BinlogScout(config(source))
                .read(began, describer(source).describe(KnownDefinitions.none()).after(), scouted::add, reached -> {});
        List<Followed> followed = new ArrayList<>();
        for (BinlogScout.Scouted statement : scouted) {
            tracker.follow(statement.place(), statement.end(), statement.sql(), statement.session(), 0)
                    .ifPresent(followed::add);
        }
        return followed;
    }
}
