package io.dataflowsync.cdc.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutgoingMapperTest {
    private static final TableName CUSTOMERS = new TableName("shop", "customers");
    private static final EventOrigin ORIGIN =
            new EventOrigin("f:4:0", new SourcePosition("f", 4, 0, null, null), Instant.EPOCH, Instant.EPOCH);

    private final OutgoingMapper mapper = new OutgoingMapper(Pipelines.of("""
            tables:
              customers:
                columns:
                  ssn: { drop: true }
                  email: { mask: hash }
                  phone: { mask: redact }
                  notes: { mask: { truncate: 3 } }
                  name: { as: full_name }
            """), table -> Optional.empty());

    @Test
    void aRowLeavesWithoutDroppedColumnsUnderItsNewNamesAndDisguised() {
        Row row = row("id", 7L, "name", "Ann", "ssn", "123", "email", "a@b", "phone", "555", "notes", "ab😀cd");
        ChangeEvent mapped = mapper.map(new ChangeEvent.Insert(ORIGIN, CUSTOMERS, row("id", 7L), row));

        assertThat(mapped)
                .isEqualTo(new ChangeEvent.Insert(
                        ORIGIN,
                        CUSTOMERS,
                        row("id", 7L),
                        row(
                                "id", 7L,
                                "full_name", "Ann",
                                "email", "7508d8b5018ea640b85269861a101203f0c26900555268e930025dac844b0f35",
                                "phone", "***",
                                "notes", "ab😀")));
    }

    @Test
    void nullStaysNullUnderEveryMask() {
        Row row = row("email", null, "phone", null, "notes", null);
        ChangeEvent mapped = mapper.map(new ChangeEvent.Delete(ORIGIN, CUSTOMERS, Row.empty(), row));
        assertThat(((ChangeEvent.Delete) mapped).before()).isEqualTo(row);
    }

    @Test
    void anUpdateIsMappedInBothImages() {
        ChangeEvent.Update mapped = (ChangeEvent.Update) mapper.map(new ChangeEvent.Update(
                ORIGIN,
                CUSTOMERS,
                row("id", 1L),
                row("id", 2L),
                row("id", 1L, "name", "Ann", "ssn", "1"),
                row("id", 2L, "name", "Bob", "ssn", "2")));
        assertThat(mapped.before()).isEqualTo(row("id", 1L, "full_name", "Ann"));
        assertThat(mapped.after()).isEqualTo(row("id", 2L, "full_name", "Bob"));
        assertThat(mapped.changesKey()).isTrue();
    }

    @Test
    void aTableWithoutRulesIsLeftAsItIs() {
        ChangeEvent event = new ChangeEvent.Insert(
                ORIGIN, new TableName("shop", "orders"), row("id", 1L), row("id", 1L, "ssn", "x"));
        assertThat(mapper.map(event)).isEqualTo(event);
    }

    @Test
    void aDefinitionTellsTheTableAsTheTopicHasIt() {
        TableDefinition mapped = mapper.map(List.of(customers())).get(0);
        assertThat(mapped.columns()).extracting(ColumnDefinition::name).containsExactly("id", "full_name", "email");
        assertThat(mapped.primaryKey()).containsExactly("id");
        assertThat(mapped.uniqueKeys()).containsExactly(List.of("full_name"));
        assertThat(mapped.foreignKeys()).isEmpty();
    }

    private static final ColumnDefinition TENANT = column("tenant");
    private static final ColumnDefinition MAYBE = new ColumnDefinition("tenant", "int(11)", true, false, false, false);

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments("{}", TENANT, Rule.CASCADE, Rule.CASCADE, List.of("tenant", "owner")),
                arguments(
                        "{ columns: { tenant: { drop: true } } }",
                        TENANT,
                        Rule.CASCADE,
                        Rule.CASCADE,
                        List.of("owner")),
                arguments("{ exclude: [tenant] }", TENANT, Rule.CASCADE, Rule.CASCADE, List.of("owner")),
                arguments("{ include: [id, owner] }", TENANT, Rule.CASCADE, Rule.CASCADE, List.of("owner")),
                arguments(
                        "{ columns: { tenant: { write: false } } }",
                        TENANT,
                        Rule.CASCADE,
                        Rule.CASCADE,
                        List.of("tenant", "owner")),
                // Where it is NULL the source's foreign key holds nothing.
                arguments("{ exclude: [tenant] }", MAYBE, Rule.NO_ACTION, Rule.NO_ACTION, List.of("owner")),
                // What is left tells no row.
                arguments("{ exclude: [owner] }", TENANT, Rule.NO_ACTION, Rule.NO_ACTION, List.of("tenant")),
                arguments(
                        "{ columns: { owner: { write: false } } }",
                        TENANT,
                        Rule.NO_ACTION,
                        Rule.NO_ACTION,
                        List.of("tenant", "owner")),
                // Nothing is there that a changed key would change.
                arguments(
                        "{ columns: { owner: { write: false }, tenant: { write: false } } }",
                        TENANT,
                        Rule.NO_ACTION,
                        Rule.CASCADE,
                        List.of("tenant", "owner")),
                arguments(
                        "{ targets: [{ target: a }, { target: b, exclude: [owner] }] }",
                        TENANT,
                        Rule.NO_ACTION,
                        Rule.NO_ACTION,
                        List.of("tenant", "owner")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleIsOneThatTheTargetCanHave(
            String note, ColumnDefinition tenant, Rule onDelete, Rule onUpdate, List<String> columns) {
        TableName people = new TableName("shop", "people");
        TableDefinition parent = new TableDefinition(
                people, List.of(column("id"), TENANT), List.of("id"), List.of(List.of("tenant", "id")), List.of());
        TableDefinition child = new TableDefinition(
                new TableName("shop", "note"),
                List.of(column("id"), tenant, column("owner")),
                List.of("id"),
                List.of(),
                List.of(new ForeignKey(
                        "f", List.of("tenant", "owner"), people, List.of("tenant", "id"), Rule.CASCADE, Rule.CASCADE)));
        OutgoingMapper some =
                new OutgoingMapper(Pipelines.of("tables: { note: " + note + " }"), table -> Optional.of(parent));
        assertThat(some.map(child).foreignKeys())
                .containsExactly(new ForeignKey(
                        "f",
                        columns,
                        people,
                        columns.stream().map(c -> c.equals("owner") ? "id" : c).toList(),
                        onDelete,
                        onUpdate));
    }

    @Test
    void aRuleIsNoneWhereTheColumnReferredToIsNotOnTheTarget() {
        TableName people = new TableName("shop", "people");
        TableDefinition parent = new TableDefinition(
                people, List.of(column("id"), column("code")), List.of("id"), List.of(List.of("code")), List.of());
        ForeignKey key = new ForeignKey("f", List.of("ssn"), people, List.of("code"), Rule.NO_ACTION, Rule.CASCADE);
        TableDefinition child = new TableDefinition(
                new TableName("shop", "note"),
                List.of(column("id"), column("ssn")),
                List.of("id"),
                List.of(),
                List.of(key));
        OutgoingMapper dropping = new OutgoingMapper(
                Pipelines.of("tables: { people: { exclude: [code] } }"), table -> Optional.of(parent));
        assertThat(dropping.map(child).foreignKeys()).containsExactly(key.acting(Rule.NO_ACTION, Rule.NO_ACTION));
        OutgoingMapper whole = new OutgoingMapper(Pipelines.of(""), table -> Optional.of(parent));
        assertThat(whole.map(child).foreignKeys()).containsExactly(key);
    }

    @Test
    void aRuleThatWouldHideTheKeyIsRefused() {
        OutgoingMapper wrong = new OutgoingMapper(Pipelines.of("""
                tables:
                  customers: { columns: { id: { mask: hash }, email: { as: name } } }
                """), table -> Optional.empty());
        assertThatThrownBy(() -> wrong.check(List.of(customers())))
                .isInstanceOf(InvalidPipelineException.class)
                .hasMessage("dfs.tables.customers.columns.id: a column of the primary key cannot be masked;"
                        + " take the rule away, or skip the table\n"
                        + "dfs.tables.customers.columns.email: two columns of the table would be named 'name' on the"
                        + " topic; write another name after 'as'");
    }

    private static TableDefinition customers() {
        return new TableDefinition(
                CUSTOMERS,
                List.of(column("id"), column("name"), column("ssn"), column("email")),
                List.of("id"),
                List.of(List.of("name"), List.of("ssn", "name")),
                List.of(new ForeignKey("f", List.of("ssn"), new TableName("shop", "people"), List.of("ssn"))));
    }

    private static ColumnDefinition column(String name) {
        return new ColumnDefinition(name, "int(11)", false, false, false, false);
    }

    private static Row row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Row.of(values);
    }
}
