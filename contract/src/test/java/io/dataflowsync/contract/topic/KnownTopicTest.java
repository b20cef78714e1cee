package io.dataflowsync.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownTopicTest {
    private static final KnownTopic KNOWN = new KnownTopic("dfs.shop.changes", "Abc", List.of(7L, 0L));

    @Test
    void aTopicThatGrewIsTheSame() {
        assertThat(KNOWN.difference(found("Abc", List.of(5L, 0L), List.of(7L, 2L))))
                .isEmpty();
        assertThat(KNOWN.differenceForReader(found("Abc", List.of(7L, 0L), List.of(9L, 2L))))
                .isEmpty();
        assertThat(KNOWN.difference(found("Abc", List.of(0L, 0L, 0L), List.of(7L, 0L, 0L))))
                .isEmpty();
    }

    @Test
    void whatIsOtherwiseIsTold() {
        assertThat(KNOWN.difference(Optional.empty()))
                .contains("the topic dfs.shop.changes with the id Abc is gone from the broker");
        assertThat(KNOWN.difference(found("Xyz", List.of(0L, 0L), List.of(7L, 0L)))
                        .orElseThrow())
                .startsWith("the topic dfs.shop.changes is another one: it had the id Abc and now has Xyz");
        assertThat(KNOWN.difference(found("Abc", List.of(0L), List.of(7L))))
                .contains("the topic dfs.shop.changes had 2 partitions and now has 1");
        assertThat(KNOWN.difference(found("Abc", List.of(0L, 0L), List.of(6L, 0L))))
                .contains("partition 0 of the topic dfs.shop.changes had reached offset 7 and now ends at 6:"
                        + " records that were there are lost");
    }

    @Test
    void aReaderMissesWhatWasDeleted() {
        Optional<FoundTopic> cut = found("Abc", List.of(8L, 0L), List.of(9L, 0L));
        assertThat(KNOWN.difference(cut)).isEmpty();
        assertThat(KNOWN.differenceForReader(cut))
                .contains("partition 0 of the topic dfs.shop.changes is read next at offset 7 and begins at 8:"
                        + " the records between were deleted");
        assertThat(KNOWN.differenceForReader(found("Abc", List.of(0L, 0L, 3L), List.of(7L, 0L, 4L))))
                .contains("partition 2 of the topic dfs.shop.changes is read next at offset 0 and begins at 3:"
                        + " the records between were deleted");
    }

    @Test
    void whatWasNeverNotedIsComparedByItsEnds() {
        KnownTopic unnamed = new KnownTopic("dfs.shop.changes", "", List.of(7L));
        assertThat(unnamed.difference(found("Xyz", List.of(0L), List.of(7L)))).isEmpty();
        assertThat(unnamed.difference(found("Xyz", List.of(0L), List.of(0L)))).isPresent();
    }

    @Test
    void endsOnlyGrow() {
        assertThat(KNOWN.reaching(List.of(3L, 4L, 5L)).ends()).containsExactly(7L, 4L, 5L);
        assertThat(KNOWN.reaching(List.of()).ends()).containsExactly(7L, 0L);
        assertThat(KNOWN.hasRecords()).isTrue();
        assertThat(new KnownTopic("t", "Abc", List.of(0L)).hasRecords()).isFalse();
    }

    private static Optional<FoundTopic> found(String id, List<Long> starts, List<Long> ends) {
        return Optional.of(new FoundTopic(id, starts, ends));
    }
}
