package io.dataflowsync.cdc.capture.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogFile;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BinlogFilesTest {
    private final BinlogFiles files = new BinlogFiles();

    @Test
    void theFilesOfOneBinlogAreEnteredInAnyOrderAndMetOnce() throws Exception {
        files.restore(List.of(file(3, "a", 300)));
        files.look(binlog("a", 3, 300));
        files.enter(name(4), at(400));
        files.enter(name(2), at(200));
        files.enter(name(4), at(400));
        assertThat(files.fresh()).containsExactly(file(4, "a", 400), file(2, "a", 200));
        assertThat(files.fresh()).isEmpty();
    }

    @Test
    void whereNoneIsKnownTheOneThatIsWrittenIsMet() throws Exception {
        files.look(binlog("a", 3, 300));
        assertThat(files.fresh()).containsExactly(file(3, "a", 300));
    }

    @Test
    void aFileThatIsPurgedIsNoOtherBinlog() throws Exception {
        files.restore(List.of(file(3, "a", 300)));
        files.look(binlog("a", 5, 500));
        assertThat(files.fresh()).containsExactly(file(5, "a", 500));
    }

    @Test
    void theClockOfAServerMayBeSetBack() throws Exception {
        files.restore(List.of(file(3, "a", 300)));
        files.look(binlog("a", 3, 300));
        assertThatCode(() -> files.enter(name(4), at(250))).doesNotThrowAnyException();
        assertThatCode(() -> files.enter(name(3), at(300))).doesNotThrowAnyException();
    }

    @Test
    void anEarlierFileThatIsBegunLaterIsOfAnotherBinlog() throws Exception {
        files.restore(List.of(file(3, "a", 300), file(5, "a", 500)));
        files.look(binlog("a", 5, 500));
        assertOther(() -> files.enter(name(1), at(600)), "it has the file " + file(1, "a", 600), file(3, "a", 300));
        assertOther(() -> files.enter(name(4), at(501)), "it has the file " + file(4, "a", 501), file(5, "a", 500));
        assertThat(files.fresh()).isEmpty();
    }

    @Test
    void aFileOfTheSameNameThatIsBegunAtAnotherTimeIsOfAnotherBinlog() {
        for (int second : List.of(299, 301)) {
            files.restore(List.of(file(3, "a", 300)));
            assertOther(
                    () -> files.look(binlog("a", 3, second)),
                    "it has the file " + file(3, "a", second),
                    file(3, "a", 300));
        }
    }

    @Test
    void filesThatAreBegunAnewEndBeforeTheLastThatIsKnown() {
        files.restore(List.of(file(3, "a", 300)));
        assertOther(() -> files.look(binlog("a", 2, 400)), "its last file is mysql-bin.000002", file(3, "a", 300));
    }

    @Test
    void anotherServerHasAnotherBinlogWhateverItsFilesAreCalled() {
        for (int number : List.of(2, 3, 4)) {
            files.restore(List.of(file(3, "a", 300)));
            assertOther(() -> files.look(binlog("b", number, 300)), "it is that of the server b", file(3, "a", 300));
        }
    }

    @Test
    void whatIsKnownAnewTakesThePlaceOfWhatWas() throws Exception {
        files.look(binlog("b", 3, 300));
        files.restore(List.of(file(3, "a", 299)));
        assertThat(files.fresh()).isEmpty();
        assertThatCode(() -> files.look(binlog("a", 3, 299))).doesNotThrowAnyException();
    }

    private static void assertOther(ThrowingCallable reading, String now, BinlogFile known) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        CannotGoOnException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CHANGED))
                .hasMessage("the source's binlog is another one: " + now + ", and what was read before is of " + known);
    }

    /** A binlog of one file. */
    private static SourceBinlog binlog(String server, int number, int began) {
        return new SourceBinlog() {
            @Override
            public Files files() {
                return new Files(server, List.of(name(number)));
            }

            @Override
            public int preparedXa() {
                return 0;
            }

            @Override
            public Instant began(String file) {
                assertThat(file).isEqualTo(name(number));
                return at(began);
            }
        };
    }

    private static BinlogFile file(int number, String server, int second) {
        return new BinlogFile(name(number), server, at(second));
    }

    private static String name(int number) {
        return "mysql-bin.%06d".formatted(number);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
