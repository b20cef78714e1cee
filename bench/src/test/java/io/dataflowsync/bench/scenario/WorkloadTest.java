package io.dataflowsync.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadTest {
    private static final Pattern ROW = Pattern.compile("^(UPDATE|DELETE|INSERT) ");

    static List<Workload> workloads() {
        return List.of(
                BulkInserts.w1(1050),
                SmallTransactions.w2(1003),
                new ShopTransactions(4000),
                new HugeTransaction(2500));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyScriptOfAWorkloadIsTheSame(Workload workload) {
        assertThat(statements(workload.script("_1"))).isEqualTo(statements(workload.script("_1")));
    }

    @Test
    void bulkInsertsHaveTheirRowsInTransactionsOfAFixedSize() {
        List<String> statements = statements(BulkInserts.w1(1050).script("_1"));

        assertThat(statements).hasSize(11);
        assertThat(statements).allMatch(sql -> sql.startsWith("INSERT INTO w1_orders_1 "));
        assertThat(statements.stream().mapToInt(WorkloadTest::rows).sum()).isEqualTo(1050);
    }

    @Test
    void smallTransactionsAreHalfInsertsAndATenthDeletes() {
        List<String> statements = statements(SmallTransactions.w2(20_000).script("_1"));

        assertThat(statements).hasSize(20_000);
        assertThat(share(statements, "INSERT")).isBetween(0.49, 0.51);
        assertThat(share(statements, "UPDATE")).isBetween(0.39, 0.41);
        assertThat(share(statements, "DELETE")).isBetween(0.09, 0.11);
    }

    @Test
    void theShopHasTransactionsOfFiveToTwentyRows() {
        WorkloadScript script = new ShopTransactions(4000).script("_1");
        List<Integer> sizes = new ArrayList<>();
        script.writers()
                .forEach(writer -> writer.forEachRemaining(transaction -> sizes.add((int)
                        split(transaction).stream().filter(ROW.asPredicate()).count())));

        assertThat(sizes).allMatch(size -> size >= 5 && size <= 20);
        assertThat(sizes.stream().mapToInt(size -> size).sum())
                .isEqualTo((int) script.events())
                .isGreaterThanOrEqualTo(4000);
    }

    @Test
    void aHugeTransactionIsOne() {
        List<String> statements = statements(new HugeTransaction(2500).script("_1"));

        assertThat(statements.get(0)).isEqualTo("BEGIN");
        assertThat(statements.get(statements.size() - 1)).isEqualTo("COMMIT");
        assertThat(statements.subList(1, 4).stream()
                        .mapToInt(WorkloadTest::rows)
                        .sum())
                .isEqualTo(2500);
    }

    private static List<String> statements(WorkloadScript script) {
        List<String> statements = new ArrayList<>();
        script.writers().forEach(writer -> writer.forEachRemaining(text -> statements.addAll(split(text))));
        return statements;
    }

    private static List<String> split(String text) {
        return Arrays.asList(text.split(";", -1));
    }

    private static int rows(String insert) {
        return insert.split("\\),\\(", -1).length;
    }

    private static double share(List<String> statements, String verb) {
        return statements.stream().filter(sql -> sql.startsWith(verb)).count() / (double) statements.size();
    }
}
