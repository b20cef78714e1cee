package io.dataflowsync.dpu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.dpu.schema.TargetStatement.Part;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TradedNamesTest {
    private static Wanted rename(String from, String to) {
        return new Wanted.RenamedColumn("t", from, to);
    }

    private static Wanted column(String name, boolean there) {
        return new Wanted.Column("t", name, there);
    }

    private static TradedNames of(Wanted... wanted) {
        return new TradedNames(Stream.of(wanted).map(each -> new Part("", each)).toList());
    }

    private static List<Wanted> shown(Wanted... wanted) {
        TradedNames names = of(wanted);
        return Stream.of(wanted).map(names::shown).toList();
    }

    @Test
    void aRingOfNamesShowsNothingAndMayRunTwice() {
        Wanted[] swap = {rename("a", "b"), rename("B", "A")};

        assertThat(of(swap).mayRunTwice()).isTrue();
        assertThat(shown(swap)).containsOnly(Wanted.UNSEEN);
    }

    @Test
    void aColumnThatGetsTheNameOfADroppedOneIsShownByItsFormerName() {
        Wanted[] replaced = {column("a", false), rename("b", "a")};

        assertThat(of(replaced).areTraded()).isTrue();
        assertThat(of(replaced).mayRunTwice()).isFalse();
        assertThat(shown(replaced)).containsExactly(Wanted.UNSEEN, rename("b", "a"));
    }

    @Test
    void aColumnWhoseNameANewOneGetsIsShownByItsNewName() {
        Wanted[] renamed = {rename("a", "b"), column("a", true)};

        assertThat(of(renamed).areTraded()).isTrue();
        assertThat(of(renamed).mayRunTwice()).isFalse();
        assertThat(shown(renamed)).containsExactly(column("b", true), Wanted.UNSEEN);
    }

    @Test
    void aRingThatANewColumnClosesMayRunTwice() {
        assertThat(of(column("a", false), rename("b", "a"), column("b", true)).mayRunTwice())
                .isTrue();
    }

    @Test
    void namesThatNobodyElseGetsAreNotTraded() {
        Wanted[] apart = {rename("a", "b"), column("c", false), column("c", true), column("d", true)};

        assertThat(of(apart).areTraded()).isFalse();
        assertThat(shown(apart)).containsExactly(rename("a", "b"), Wanted.UNSEEN, Wanted.UNSEEN, column("d", true));
    }
}
