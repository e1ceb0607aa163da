package org.plenary.registration.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterTests {
    @Test
    void whatBecomesFreeWhileSomebodyWaitsIsKeptForThem() {
        var soldOut = new Counter(5, 5, 0, 3);

        assertThat(soldOut.free(2)).isEqualTo(new Counter(5, 3, 2, 3));
        assertThat(soldOut.free(2).concernsTheWaiting(soldOut)).isTrue();
    }

    @Test
    void whatBecomesFreeWhileNobodyWaitsIsForEverybody() {
        assertThat(new Counter(5, 5, 0, 0).free(2)).isEqualTo(new Counter(5, 3, 0, 0));
    }

    @Test
    void morePlacesAreKeptAndFewerAreNot() {
        var counter = new Counter(5, 4, 1, 2);

        assertThat(counter.of(8)).isEqualTo(new Counter(8, 4, 4, 2));
        assertThat(counter.of(3)).isEqualTo(new Counter(3, 4, 0, 2));
        assertThat(counter.of(null)).isEqualTo(new Counter(null, 4, 0, 2));
        assertThat(counter.of(null).concernsTheWaiting(counter)).isTrue();
    }

    @Test
    void whereTooManyWereSoldNothingIsFreeUntilThereIsRoomAgain() {
        assertThat(new Counter(3, 5, 0, 1).free(2)).isEqualTo(new Counter(3, 3, 0, 1));
        assertThat(new Counter(3, 5, 0, 1).free(3)).isEqualTo(new Counter(3, 2, 1, 1));
    }

    @Test
    void theListTakesWhatIsKeptForItFirst() {
        assertThat(new Counter(5, 2, 2, 4).takeInTurn(1)).isEqualTo(new Counter(5, 3, 1, 4));
        assertThat(new Counter(5, 2, 1, 4).takeInTurn(2)).isEqualTo(new Counter(5, 4, 0, 4));
    }

    @Test
    void whatAChangeGivesUpIsKeptForTheListAndWhatItTakesIsNotTakenFromIt() {
        assertThat(new Counter(5, 5, 0, 1).exchange(-2)).isEqualTo(new Counter(5, 3, 2, 1));
        assertThat(new Counter(5, 3, 1, 1).exchange(1)).isEqualTo(new Counter(5, 4, 1, 1));
    }

    @Test
    void nothingIsKeptWhenTheLastOneLeaves() {
        assertThat(new Counter(5, 3, 2, 1).waiting(-1)).isEqualTo(new Counter(5, 3, 0, 0));
    }
}
