package org.plenary.lodging.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.dev.CardPage;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** The costs of a shared room: who pays what, with cards on the sandbox. */
class SplitIT extends SplitFixture {
    @Autowired
    private SplitEnding ending;

    @ParameterizedTest
    @CsvSource({"EUR, 100.01, 2.00, 33.99, 34.01, 34.01", "JPY, 10001, 200, 3399, 3401, 3401"})
    void threePayTheirPartsAtTheSameTimeAndTogetherThatIsTheRoom(
            String currency, String rate, String tax, String first, String second, String rest) throws Exception {
        conference(currency, rate, tax);
        var ada = threeInOneRoom();
        var whole = total(ada);
        var mates = List.of(mate(ada, "Grace"), mate(ada, "Joan"));
        for (var mate : mates) ask(ada, mate);
        for (var mate : mates) ask(ada, mate);
        assertThat(costs(ada).body()).contains("Asked to pay");
        assertThat(total(ada)).isEqualTo(whole);
        var pages = mates.stream().map(this::payment).toList();
        var again = payment(mates.getFirst());
        assertThat(again.status()).isEqualTo(200);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(List.<Callable<Integer>>of(
                    () -> CardPage.open(again.address().toString()).pay(CARD),
                    () -> CardPage.open(pages.getLast().address().toString()).pay(CARD)));
        }

        eventually("both have paid", () -> statuses().equals("paid paid"));
        assertThat(total(ada)).isEqualTo(rest);
        assertThat(shares())
                .extracting(share -> share.at("/total/amount").asString())
                .containsExactly(first, second);
        assertThat(kinds(ada)).containsExactly("INVOICE", "CREDIT_NOTE", "CREDIT_NOTE");
        for (var share : shares()) assertThat(documents(share)).containsExactly("INVOICE");
        eventually("what they paid goes back to Ada", () -> returned() == minor(first) + minor(second));
        assertThat(differences()).isEmpty();
        assertThat(page(ada).body()).contains("of it was paid by your room-mate");
        eventually("Ada is told", () -> isTold("Ada", "Joan has paid") && isTold("Ada", "Grace has paid"));
        eventually("the payers are told of their orders", () -> payerWasTold("Your order for"));
        assertThat(payerWasTold("You are registered"))
                .as("who pays a part of a room is not registered by that")
                .isFalse();
        assertThat(ledger()).as("every entry has its other side").isZero();
    }

    @Test
    void whatIsNotPaidInTimeStaysWithWhoHasTheRoomAndWhatComesLaterGoesBack() {
        conference("EUR", "100.00", "0.00");
        var ada = threeInOneRoom();
        var grace = mate(ada, "Grace");
        var joan = mate(ada, "Joan");
        ask(ada, grace);
        payment(grace);
        var changed = change(ada, "2027-05-12", "Ada\nGrace\nJoan");
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.body()).contains("Take that back first");
        late();
        Tenancy.runAs(tenant, ending::sweep);
        assertThat(statuses()).isEqualTo("lapsed");
        assertThat(shares().getFirst().at("/status").asString()).isEqualTo("cancelled");
        eventually("both are told", () -> isTold("Ada", "did not pay the part") && isTold("Grace", "was not paid by"));
        assertThat(post(grace, "/payment", payer()).status()).isEqualTo(409);

        ask(ada, joan);
        var open = payment(joan);
        sql("UPDATE room_split SET status = 'lapsed' WHERE status = 'accepted'");
        CardPage.open(open.address().toString()).pay(CARD);
        eventually("Joan's payment goes back", () -> returned() == 3_333);
        assertThat(statuses()).isEqualTo("lapsed returned");
        assertThat(total(ada)).isEqualTo("100.00");
        assertThat(kinds(ada)).containsExactly("INVOICE");
        eventually(
                "the credit note is there",
                () -> shares().stream().anyMatch(share -> documents(share).equals(List.of("INVOICE", "CREDIT_NOTE"))));
        eventually("Ada is told", () -> isTold("Ada", "could not be taken any more"));

        var wrong = refusedPayer(ada, grace);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"e-country\"", "id=\"e-email\"", "value=\"nobody\"");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoLeavesOwesNothingMoreAndAPaidPartGoesBackWithTheRoom() {
        conference("EUR", "100.00", "0.00");
        var ada = threeInOneRoom();
        var grace = mate(ada, "Grace");
        var joan = mate(ada, "Joan");
        ask(ada, grace);
        ask(ada, joan);
        var open = payment(grace);
        leave(grace);
        eventually("nothing is asked of who left", () -> statuses().equals("withdrawn asked"));
        eventually(
                "the order over it ends",
                () -> shares().getFirst().at("/status").asString().equals("cancelled"));
        assertThat(open.status()).isEqualTo(200);
        CardPage.open(payment(joan).address().toString()).pay(CARD);
        eventually("Joan has paid", () -> statuses().equals("withdrawn paid"));
        var share = shares().stream()
                .filter(each -> each.at("/status").asString().equals("confirmed"))
                .findFirst()
                .orElseThrow();
        assertThat(total(ada)).isEqualTo("66.67");
        var room = "/c/conf27/orders/" + ada.text("/code") + "/rooms/" + Tenancy.callAs(tenant, () -> room(ada));
        var kept = browser.submit(
                anyForm(), room + "/mates/" + joan.id() + "/removal", Map.of("secret", ada.text("/secret")));
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.body()).contains("has paid a part of the room", "Joan shares the room");
        assertThat(change(ada, "2027-05-11", "Ada\nBob\nCarl").body()).contains("Every bed in this room is taken.");

        owner.post(HERE + "/orders/" + ada.text("/code") + "/cancellation", Map.of())
                .expect(200);

        eventually("the part goes with the room", () -> statuses().equals("withdrawn cancelled"));
        eventually(
                "half of it goes back, by the conditions of the hotel",
                () -> order(share).at("/refunded/amount").asString().equals("16.66")
                        || order(share).at("/refunded/amount").asString().equals("16.67"));
        assertThat(differences()).isEmpty();
        assertThat(ledger()).isZero();
    }
}
