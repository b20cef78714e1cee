package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongPipelineFileTest {
    private final Path directory;

    WrongPipelineFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** Lines after the least pipeline, so from line 4, and the only problem. */
    static Stream<Arguments> settings() {
        return Stream.of(
                arguments("  sauce: x", "pipeline.yaml:4 dfs.sauce: unknown key; did you mean 'source'?"),
                arguments(
                        "  colour: blue",
                        "pipeline.yaml:4 dfs.colour: unknown key; write one of broker, ddl, identity, log, on-error, project, snapshot, source, start-from, tables, target, uncaptured"),
                arguments(
                        "  project: again",
                        "pipeline.yaml:4 dfs.project: a second 'project', the first is on line 2; keep one"),
                arguments(
                        "  snapshot: sometimes",
                        "pipeline.yaml:4 dfs.snapshot: unknown: 'sometimes'; write one of initial, never, only"),
                arguments(
                        "  snapshot:",
                        "pipeline.yaml:4 dfs.snapshot: unknown: no value; write one of initial, never, only"),
                arguments(
                        "  snapshot: [initial]",
                        "pipeline.yaml:4 dfs.snapshot: unknown: a list; write one of initial, never, only"),
                arguments(
                        "  uncaptured: ~",
                        "pipeline.yaml:4 dfs.uncaptured: unknown: no value; write one of keep, null, dead-letter"),
                arguments(
                        "  on-error: skip",
                        "pipeline.yaml:4 dfs.on-error: unknown: 'skip'; write one of dead-letter, stop"),
                arguments(
                        "  identity: offset",
                        "pipeline.yaml:4 dfs.identity: an offset without its number; write allocate, keep or { offset: 1000000 }"),
                arguments(
                        "  identity: random",
                        "pipeline.yaml:4 dfs.identity: unknown: 'random'; write allocate, keep or { offset: 1000000 }"),
                arguments(
                        "  identity: {}",
                        "pipeline.yaml:4 dfs.identity.offset: missing; write allocate, keep or { offset: 1000000 }"),
                arguments(
                        "  identity: { offset: much }",
                        "pipeline.yaml:4 dfs.identity.offset: a number expected, found 'much'; write a number like 1000000"),
                arguments(
                        "  identity: { offset: 5, from: 3 }",
                        "pipeline.yaml:4 dfs.identity.from: unknown key; write offset"),
                arguments(
                        "  expression: a",
                        "pipeline.yaml:4 dfs.expression: unknown key; write one of broker, ddl, identity, log, on-error, project, snapshot, source, start-from, tables, target, uncaptured"),
                arguments(
                        "  tables: &t { a: *t }",
                        "pipeline.yaml:4 dfs.tables: an alias of a section that contains it; write it out"));
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                arguments(
                        "  target: { host: b, user: u, password: p, schema: s, hots: b }",
                        "pipeline.yaml:4 dfs.target.hots: unknown key; did you mean 'host'?"),
                arguments(
                        "  target: { host: b, user: u, password: p, schema: s, port: 0 }",
                        "pipeline.yaml:4 dfs.target.port: out of range: 0; write a number from 1 to 65535"),
                arguments(
                        "  target: { host: b, user: u, password: p, schema: s, port: 65536 }",
                        "pipeline.yaml:4 dfs.target.port: out of range: 65536; write a number from 1 to 65535"),
                arguments(
                        "  target: { host: b, user: u, password: p, schema: s, port: 3306a }",
                        "pipeline.yaml:4 dfs.target.port: a number expected, found '3306a'; write a number from 1 to 65535"),
                arguments(
                        "  target: { host: b, user: u, password: p, schema: s, port: 99999999999999999999 }",
                        "pipeline.yaml:4 dfs.target.port: a number expected, found '99999999999999999999'; write a number from 1 to 65535"),
                arguments(
                        "  target: { host: b, user: u, password: p, schema: s, port: [1] }",
                        "pipeline.yaml:4 dfs.target.port: a number expected, found a list; write a number from 1 to 65535"),
                arguments(
                        "  target: { host: b, user: u, password: p }",
                        "pipeline.yaml:4 dfs.target.schema: missing; write schema: shop"),
                arguments(
                        "  target: { host: b, user: u, schema: s }",
                        "pipeline.yaml:4 dfs.target.password: missing; write password: \"${TARGET_PASSWORD}\""),
                arguments(
                        "  target: { host: '', user: u, password: p, schema: s }",
                        "pipeline.yaml:4 dfs.target.host: empty; write host: db80"),
                arguments(
                        "  target: { host: , user: u, password: p, schema: s }",
                        "pipeline.yaml:4 dfs.target.host: a text expected, found no value; write host: \"text\""),
                arguments(
                        "  target: { host: { a: b }, user: u, password: p, schema: s }",
                        "pipeline.yaml:4 dfs.target.host: a text expected, found a section; write host: \"text\""),
                arguments(
                        "  target: { host: b, user: u, password: p, schema: s, checkpoint-schema: '' }",
                        "pipeline.yaml:4 dfs.target.checkpoint-schema: empty; write a name, or leave the key out"),
                arguments(
                        "  target: db80",
                        "pipeline.yaml:4 dfs.target: settings expected, found 'db80'; write target: { key: value }"),
                arguments(
                        "  target: [db80]",
                        "pipeline.yaml:4 dfs.target: settings expected, found a list; write target: { key: value }"),
                arguments(
                        "  log: { host: c, user: u, password: '${LOG_PASSWORD}' }",
                        "pipeline.yaml:4 dfs.log.password: the environment has no variable LOG_PASSWORD; set it, or write ${LOG_PASSWORD:otherwise} with the value to use without it"),
                arguments(
                        "  log: { host: c, user: u, password: 'a${b-c}' }",
                        "pipeline.yaml:4 dfs.log.password: '${' without a variable's name and '}'; write ${NAME}, or $${ for a plain ${"),
                arguments(
                        "  broker: { partitions: 4 }",
                        "pipeline.yaml:4 dfs.broker.bootstrap-servers: missing; write bootstrap-servers: kafka:9092"),
                arguments(
                        "  broker: { bootstrap-servers: kafka }",
                        "pipeline.yaml:4 dfs.broker.bootstrap-servers: not host:port: 'kafka'; write it like kafka:9092"),
                arguments(
                        "  broker: { bootstrap-servers: 'kafka:9092,other' }",
                        "pipeline.yaml:4 dfs.broker.bootstrap-servers: not host:port: 'other'; write it like kafka:9092"),
                arguments(
                        "  broker: { bootstrap-servers: 'kafka:99999' }",
                        "pipeline.yaml:4 dfs.broker.bootstrap-servers: not host:port: 'kafka:99999'; write it like kafka:9092"),
                arguments(
                        "  broker: { bootstrap-servers: 'kafka:9092', partitions: 0 }",
                        "pipeline.yaml:4 dfs.broker.partitions: out of range: 0; write a number from 1 to 1000"),
                arguments(
                        "  broker: { bootstrap-servers: 'kafka:9092', replication-factor: all }",
                        "pipeline.yaml:4 dfs.broker.replication-factor: a number expected, found 'all'; write a number from 1 to 100"),
                arguments(
                        "  start-from: { file: mysql-bin.000002 }",
                        "pipeline.yaml:4 dfs.start-from.position: missing; write position: 4 for the start of the file"),
                arguments(
                        "  start-from: { position: 4 }",
                        "pipeline.yaml:4 dfs.start-from.file: missing; write file: mysql-bin.000002 and position: 4, or a gtid-set"),
                arguments(
                        "  start-from: { file: mysql-bin.000002, position: 3 }",
                        "pipeline.yaml:4 dfs.start-from.position: out of range: 3; write a number from 4"),
                arguments(
                        "  start-from: { file: f, position: 4, gtid-set: 'a:1' }",
                        "pipeline.yaml:4 dfs.start-from.gtid-set: a gtid-set together with file and position; write one of the two"),
                arguments(
                        "  start-from: {}",
                        "pipeline.yaml:4 dfs.start-from.file: missing; write file: mysql-bin.000002 and position: 4, or a gtid-set"),
                arguments(
                        "  start-from: latest",
                        "pipeline.yaml:4 dfs.start-from: settings expected, found 'latest'; write start-from: { key: value }"),
                arguments(
                        "  snapshot: initial\n  start-from: { gtid-set: 'a:1' }",
                        "pipeline.yaml:4 dfs.snapshot: a snapshot together with start-from, which starts without a snapshot; write snapshot: never, or leave start-from out"),
                arguments(
                        "  snapshot: only\n  start-from: { gtid-set: 'a:1' }",
                        "pipeline.yaml:4 dfs.snapshot: a snapshot together with start-from, which starts without a snapshot; write snapshot: never, or leave start-from out"));
    }

    /** Settings of the table {@code customers}, on line 5 under {@code tables}. */
    static Stream<Arguments> tables() {
        return Stream.of(
                arguments(
                        "[]",
                        "pipeline.yaml:5 dfs.tables.customers: settings expected, found a list; write customers: { key: value }"),
                arguments(
                        "clients",
                        "pipeline.yaml:5 dfs.tables.customers: settings expected, found 'clients'; write customers: { key: value }"),
                arguments(
                        "{ skip: yes }",
                        "pipeline.yaml:5 dfs.tables.customers.skip: true or false expected, found 'yes'; write true or false"),
                arguments(
                        "{ target: '' }",
                        "pipeline.yaml:5 dfs.tables.customers.target: empty; write a name, or leave the key out"),
                arguments(
                        "{ target: { a: b } }",
                        "pipeline.yaml:5 dfs.tables.customers.target: a text expected, found a section; write target: \"text\""),
                arguments(
                        "{ lane: by-key }",
                        "pipeline.yaml:5 dfs.tables.customers.lane: unknown key; write one of adopt, allow-triggers, columns, exclude, filter, identity, include, key, processor, references, skip, target, targets"),
                arguments(
                        "{ identity: new }",
                        "pipeline.yaml:5 dfs.tables.customers.identity: unknown: 'new'; write allocate, keep or { offset: 1000000 }"),
                arguments("{ key: [id, id] }", "pipeline.yaml:5 dfs.tables.customers.key: 'id' twice; name it once"),
                arguments(
                        "{ key: [{ a: b }] }",
                        "pipeline.yaml:5 dfs.tables.customers.key: a list of names expected, found a section; write key: [name]"),
                arguments(
                        "{ columsn: {} }",
                        "pipeline.yaml:5 dfs.tables.customers.columsn: unknown key; did you mean 'columns'?"),
                arguments(
                        "{ columns: [name] }",
                        "pipeline.yaml:5 dfs.tables.customers.columns: settings expected, found a list; write columns: { key: value }"),
                arguments(
                        "{ columns: { name: '' } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name: empty; write a name, or leave the key out"),
                arguments(
                        "{ columns: { name: } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name: a text expected, found no value; write name: \"text\""),
                arguments(
                        "{ columns: { name: { darp: true } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.darp: unknown key; write one of as, constant, convert, default, drop, expression, map, mask, otherwise, target, write, zero-dates"),
                arguments(
                        "{ columns: { name: { expression: 'a + ' } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.expression: not an expression: not understood: + (column 3); correct it; docs/mapping.md has the operators and functions"),
                arguments(
                        "{ columns: { name: { expression: 'a.getClass()' } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.expression: not an expression: not allowed: .getClass(...) (column 2); correct it; docs/mapping.md has the operators and functions"),
                arguments(
                        "{ columns: { name: { expression: a, map: { a: b } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.expression: expression together with map, which then has no effect; write one of the two"),
                arguments(
                        "{ columns: { name: { otherwise: a } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.otherwise: otherwise without a map; write map: { A: gold } next to it"),
                arguments(
                        "{ columns: { name: { write: false, map: { a: b } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.write: write together with map, which then has no effect; write one of the two"),
                arguments(
                        "{ columns: { name: { zero-dates: drop } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.zero-dates: unknown: 'drop'; write keep, null, dead-letter or a date like \"1970-01-01\""),
                arguments(
                        "{ columns: { name: { zero-dates: '1970-00-01' } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.zero-dates: unknown: '1970-00-01'; write keep, null, dead-letter or a date like \"1970-01-01\""),
                arguments(
                        "{ columns: { name: { convert: nmuber } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.convert: unknown: 'nmuber'; did you mean 'number'?"),
                arguments(
                        "{ columns: { name: { convert: date } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.convert: date without its pattern; write { date: dd.MM.yyyy }"),
                arguments(
                        "{ columns: { name: { convert: { date: 'dd.bb' } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.convert: not a pattern: 'dd.bb'; write it like dd.MM.yyyy HH:mm:ss"),
                arguments(
                        "{ columns: { name: { convert: { hex: x } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.convert: hex with a pattern, which it does not use; write convert: hex"),
                arguments(
                        "{ columns: { name: { convert: { number: x } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.convert: not a decimal separator: 'x'; write { number: \",\" }"),
                arguments(
                        "{ include: [id], columns: { name: x } }",
                        "pipeline.yaml:5 dfs.tables.customers.include: leaves out 'name', but columns has an entry for it; add it here"),
                arguments(
                        "{ include: [id], exclude: [name] }",
                        "pipeline.yaml:5 dfs.tables.customers.exclude: exclude together with include, which is enough; write one of the two"),
                arguments(
                        "{ exclude: [name], columns: { name: x } }",
                        "pipeline.yaml:5 dfs.tables.customers.exclude: excludes 'name', but columns has an entry for it; write one of the two"),
                arguments(
                        "{ include: [id], key: [mail] }",
                        "pipeline.yaml:5 dfs.tables.customers.key: needs the column 'mail', which is dropped; leave its drop out, or the column out of here"),
                arguments(
                        "{ columns: { kind: { mask: hash } }, references: { about: { by: kind, tables: { a: as } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.about: goes by the column 'kind', which is masked, so that its values name no table; leave its mask out; if the target may not have it, write: false, or a map"),
                arguments(
                        "{ target: a, targets: [{ target: b }] }",
                        "pipeline.yaml:5 dfs.tables.customers.target: target together with targets; write one of the two"),
                arguments(
                        "{ targets: [{ target: b }, { target: b }] }",
                        "pipeline.yaml:5 dfs.tables.customers.targets: 'b' twice; name each target once"),
                arguments(
                        "{ targets: [{ columns: {} }] }",
                        "pipeline.yaml:5 dfs.tables.customers.targets[0].target: missing; write target: the target's table"),
                arguments(
                        "{ targets: [] }",
                        "pipeline.yaml:5 dfs.tables.customers.targets: no target; write targets: [{ target: name }]"),
                arguments(
                        "{ targets: [{ target: b, columns: { name: { drop: true } } }] }",
                        "pipeline.yaml:5 dfs.tables.customers.targets[0].columns.name.drop: is done once for all targets; write it in the table's own columns"),
                arguments(
                        "{ targets: [{ target: b, fliter: x }] }",
                        "pipeline.yaml:5 dfs.tables.customers.targets[0].fliter: unknown key; did you mean 'filter'?"),
                arguments(
                        "{ filter: 'x > ' }",
                        "pipeline.yaml:5 dfs.tables.customers.filter: not an expression: not understood: > (column 3); correct it; docs/mapping.md has the operators and functions"),
                arguments(
                        "{ columns: { name: { drop: maybe } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.drop: true or false expected, found 'maybe'; write true or false"),
                arguments(
                        "{ columns: { name: { drop: true, mask: hash } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.drop: drop together with mask, which then has no effect; write one of the two"),
                arguments(
                        "{ columns: { name: { drop: true, constant: null } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.drop: drop together with constant, which then has no effect; write one of the two"),
                arguments(
                        "{ columns: { name: { constant: a, map: { a: b } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.constant: constant together with map, which then has no effect; write one of the two"),
                arguments(
                        "{ columns: { name: { constant: a, default: b } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.constant: constant together with default, which then has no effect; write one of the two"),
                arguments(
                        "{ columns: { name: { constant: [a] } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.constant: a text expected, found a list; write constant: \"text\""),
                arguments(
                        "{ columns: { name: { mask: blur } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.mask: unknown: 'blur'; write hash, { hash: \"${SECRET}\" }, redact or { truncate: 4 }"),
                arguments(
                        "{ columns: { name: { mask: { truncate: -1 } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.mask.truncate: out of range: -1; write a number from 0 to 2147483647"),
                arguments(
                        "{ columns: { name: { mask: {} } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.mask.truncate: missing; write hash, { hash: \"${SECRET}\" }, redact or { truncate: 4 }"),
                arguments(
                        "{ columns: { name: { mask: { truncate: 1, fill: x } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.mask.fill: unknown key; write one of hash, truncate"),
                arguments(
                        "{ columns: { name: { map: a } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.map: settings expected, found 'a'; write map: { key: value }"),
                arguments(
                        "{ columns: { name: { map: { a: } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.map.a: a text expected, found no value; write a: \"text\""),
                arguments(
                        "{ columns: { name: { default: null } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.name.default: a text expected, found no value; write default: \"text\""),
                arguments(
                        "{ columns: { a: x, b: X } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.b: 'X' on the target, like the column 'a'; give one of them another name"),
                arguments(
                        "{ columns: { a: { target: b }, b: { map: { a: b } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.b: 'b' on the target, like the column 'a'; give one of them another name"),
                arguments(
                        "{ columns: { a: { as: x, target: a }, b: { as: x, target: b } } }",
                        "pipeline.yaml:5 dfs.tables.customers.columns.b: 'x' on the topic, like the column 'a'; give one of them another name"),
                arguments(
                        "{ references: orders }",
                        "pipeline.yaml:5 dfs.tables.customers.references: settings expected, found 'orders'; write references: { key: value }"),
                arguments(
                        "{ references: { a: '' } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a: empty; write a name, or leave the key out"),
                arguments(
                        "{ references: { a: { by: b } } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a.tables: missing; write tables: { Post: posts }"),
                arguments(
                        "{ references: { a: { tables: { A: a } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a.by: missing; write by: the column that names the table"),
                arguments(
                        "{ references: { a: { by: b, tables: {} } } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a.tables: no table; write tables: { Post: posts }"),
                arguments(
                        "{ references: { a: { by: b, tables: { A: [a] } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a.tables.A: a text expected, found a list; write A: \"text\""),
                arguments(
                        "{ references: { a: { table: b, zero: maybe } } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a.zero: unknown: 'maybe'; write one of none, row"),
                arguments(
                        "{ references: { a: [{ path: $.a, table: b, zero: none }, { path: $.b, table: b }] } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a[1].zero: differs from the places before; write the same for all places of a column"),
                arguments(
                        "{ references: { a: [{ path: '$.a[*]', table: b }, { path: '$.a[0]', table: c }] } }",
                        "pipeline.yaml:5 dfs.tables.customers.references.a[1].path: the values at $.a[0] are at $.a[*], too; name each value once: it would get a new key twice"),
                arguments(
                        "{ target: DFS_checkpoint }",
                        "pipeline.yaml:5 dfs.tables.customers: its target 'DFS_checkpoint' is a table of DataFlowSync's own; write another name"),
                arguments(
                        "{ skip: true }, dfs_topic: { identity: keep }",
                        "pipeline.yaml:5 dfs.tables.dfs_topic: a table of this name is DataFlowSync's own, and never captured; leave it out"),
                arguments(
                        "{ key: [a], columns: { a: { drop: true } } }",
                        "pipeline.yaml:5 dfs.tables.customers.key: needs the column 'a', which is dropped; leave its drop out, or the column out of here"),
                arguments(
                        "{ columns: { b: { drop: true } }, references: { a: { by: b, tables: { A: a } } } }",
                        "pipeline.yaml:5 dfs.tables.customers.references: needs the column 'b', which is dropped; leave its drop out, or the column out of here"));
    }

    @ParameterizedTest
    @MethodSource({"settings", "servers"})
    void aWrongSettingHasItsOneLine(String lines, String problem) {
        assertThat(PipelineText.problems(directory, lines + "\n")).containsExactly(problem);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aWrongTableHasItsOneLine(String settings, String problem) {
        assertThat(PipelineText.problems(directory, "  tables:\n    { customers: " + settings + " }\n"))
                .containsExactly(problem);
    }

    /** Whole files. */
    static Stream<Arguments> files() {
        return Stream.of(
                arguments("", "pipeline.yaml:1 dfs: missing; write 'dfs:' and the settings under it"),
                arguments("# nothing\n", "pipeline.yaml:1 dfs: missing; write 'dfs:' and the settings under it"),
                arguments("dfs:\n", "pipeline.yaml:1 dfs: missing; write 'dfs:' and the settings under it"),
                arguments("just words\n", "pipeline.yaml:1 dfs: missing; write 'dfs:' and the settings under it"),
                arguments("- a\n- b\n", "pipeline.yaml:1 dfs: missing; write 'dfs:' and the settings under it"),
                arguments(
                        "dfs:\n  project: shop\n source: x\n",
                        "pipeline.yaml:3 column 2: not YAML: expected <block end>, but found '<block mapping start>'; look for a missing quote, colon, bracket or indentation there"),
                arguments(
                        "dfs:\n  project: \"shop\n",
                        "pipeline.yaml:3 column 1: not YAML: found unexpected end of stream; look for a missing quote, colon, bracket or indentation there"),
                arguments(
                        "dfs:\n\tproject: shop\n",
                        "pipeline.yaml:2 column 1: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); look for a missing quote, colon, bracket or indentation there"),
                arguments(
                        "dfs: { project: [ }\n",
                        "pipeline.yaml:1 column 19: not YAML: expected the node content, but found '}'; look for a missing quote, colon, bracket or indentation there"),
                arguments(
                        "a: 1\n---\nb: 2\n",
                        "pipeline.yaml:2 column 1: not YAML: expected a single document in the stream but found another document; look for a missing quote, colon, bracket or indentation there"),
                arguments(
                        "dfs:\n  source: { host: a, user: b, password: c, schemas: [shop, my.shop] }\n"
                                + "  target: { host: a, user: b, password: c, schema: shop }\n"
                                + "  log: { host: a, user: b, password: c, schema: dfs }\n"
                                + "  project: shop\n",
                        "pipeline.yaml:2 dfs.source.schemas: the schema 'my.shop' has a dot in its name, which separates a schema from a table; leave it out, or move its tables to another schema of the source with RENAME TABLE"),
                arguments(
                        "dfs: *nowhere\n",
                        "pipeline.yaml:1 column 6: not YAML: found undefined alias nowhere; look for a missing quote, colon, bracket or indentation there"),
                arguments(
                        "? [a, b]\n: c\n",
                        "pipeline.yaml:1: a key that is not plain text; write a name before the colon"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsNoneHasItsOneLine(String text, String problem) {
        assertThat(PipelineText.problemsOf(directory, text, Map.of())).containsExactly(problem);
    }

    @Test
    void allProblemsComeAtOnceInTheOrderOfTheFile() {
        assertThat(PipelineText.problemsOf(directory, """
                        dfs:
                          project: My Shop
                          source:
                            hots: db57
                            port: many
                            user: dfs
                            password: "${SOURCE_PASSWORD}"
                            user: root
                          snapshot: maybe
                        target: { host: db80 }
                        """, Map.of("DFS_LOG_PROT", "1")))
                .containsExactly(
                        "DFS_LOG_PROT: no setting has this variable; did you mean DFS_LOG_PORT?",
                        "pipeline.yaml:2 dfs.project: not a project's name: 'My Shop'; write up to 50 lower case letters, digits and hyphens, a letter or digit first",
                        "pipeline.yaml:3 dfs.source.host: missing; write host: db57",
                        "pipeline.yaml:3 dfs.source.schemas: missing; write schemas: [the schemas to capture]",
                        "pipeline.yaml:4 dfs.source.hots: unknown key; did you mean 'host'?",
                        "pipeline.yaml:5 dfs.source.port: a number expected, found 'many'; write a number from 1 to 65535",
                        "pipeline.yaml:7 dfs.source.password: the environment has no variable SOURCE_PASSWORD; set it, or write ${SOURCE_PASSWORD:otherwise} with the value to use without it",
                        "pipeline.yaml:8 dfs.source.user: a second 'user', the first is on line 6; keep one",
                        "pipeline.yaml:9 dfs.snapshot: unknown: 'maybe'; write one of initial, never, only",
                        "pipeline.yaml:10 target: unknown key; write everything under 'dfs:'");
    }

    @Test
    void aFileThatIsMissingOrNoTextIsNamed() throws IOException {
        Path missing = directory.resolve("none.yaml");
        Path binary = directory.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xC3, 0x28});
        String fix = "; write the pipeline file there, or name another one (the services read DFS_PIPELINE)";
        assertThat(List.of(problemOf(missing), problemOf(binary), problemOf(directory)))
                .containsExactly(
                        missing + ": no such file" + fix,
                        binary + ": not UTF-8 text" + fix,
                        directory + ": cannot be read" + fix);
    }

    private static String problemOf(Path file) {
        try {
            return PipelineFile.read(file, Map.of()).toString();
        } catch (InvalidPipelineException e) {
            return e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        }
    }
}
