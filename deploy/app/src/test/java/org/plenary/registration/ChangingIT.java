package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.dev.CardPage;
import org.plenary.identity.Browser;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class ChangingIT extends PaidOrderIT {
    @Autowired
    private ChangeEnding changeEnding;

    @Test
    void whatCostsMoreIsHeldAndDoneWhenItIsPaid() {
        var order = paid(Map.of("name", "Ada"));

        var change = answers(order, Map.of("name", "Ada", "dinner", "yes", "diet", "none"))
                .expect(200);

        assertThat(change.text("/change")).isEqualTo("payment_due");
        assertThat(change.text("/due/amount")).isEqualTo("80.00");
        assertThat(change.text("/order/total/amount")).isEqualTo("119.00");
        assertThat(used("option:dinner:yes")).isEqualTo(1);
        assertThat(differences()).isEmpty();
        assertThat(answers(order, Map.of("name", "Eve")).expect(409).text("/type"))
                .endsWith("change_pending");
        assertThat(page(order, "en")).contains("Your change costs €80.00 more", "Drop the change");
        assertThat(page(order, "zh-CN")).contains("放弃更改");

        assertThat(CardPage.open(change.text("/payment/url")).pay(CARD)).isEqualTo(303);

        eventually("applied", () -> total(order).equals("199.00"));
        assertThat(view(order).at("/documents").findValuesAsString("kind")).containsExactly("INVOICE", "INVOICE");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("80.00");
        assertThat(view(order).at("/payments")).hasSize(2);
        assertThat(delegateAnswers().at("/diet").asString()).isEqualTo("none");
        assertThat(differences()).isEmpty();
        assertThat(received()).isEqualTo(19_900);
        eventually(
                "told",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().endsWith("was changed")
                                && mail.text().contains("€80.00")
                                && mail.attachments().size() == 1));
    }

    @Test
    void whatCostsLessIsDoneAtOnceAndTheRestGoesBack() {
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));

        var change = answers(order, Map.of("name", "Ada", "dinner", "no")).expect(200);

        assertThat(change.text("/change")).isEqualTo("done");
        assertThat(change.text("/refund/amount")).isEqualTo("80.00");
        assertThat(change.text("/order/total/amount")).isEqualTo("119.00");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("-80.00");
        assertThat(used("option:dinner:yes")).isZero();
        assertThat(differences()).isEmpty();
        eventually("the money is back", () -> returned() == 8_000);
        eventually(
                "noted",
                () -> view(order).at("/payments/0/refunded/amount").asString().equals("80.00"));
        assertThat(view(order).at("/refunded/amount").asString()).isEqualTo("0.00");

        cancel(order, Map.of("lines", "all")).expect(200);

        eventually("refunded", () -> view(order).at("/status").asString().equals("refunded"));
        assertThat(returned()).isEqualTo(19_900);
        assertThat(balance(null)).isZero();
    }

    @Test
    void thePolicyKeepsItsShareOfWhatIsGivenUp() {
        policy("""
                {"self_withdrawal": true, "refunds": [{"until": "2027-05-09", "percent": 50}]}""");
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));

        var change = answers(order, Map.of("name", "Ada")).expect(200);

        assertThat(change.text("/refund/amount")).isEqualTo("40.00");
        assertThat(total(order)).isEqualTo("159.00");
        assertThat(view(order).at("/lines").findValuesAsString("kind")).contains("kept");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("-40.00");

        var withdrawn = anybody.post(
                        PATH + "/orders/" + order.text("/code") + "/cancellation?secret=" + order.text("/secret"),
                        Map.of("lines", "all"))
                .expect(200);

        assertThat(withdrawn.text("/status"))
                .as("the money may be back already")
                .isIn("cancelled", "refunded");
        eventually("half of the fee, too", () -> returned() == 4_000 + 5_950);
        assertThat(differences()).isEmpty();
    }

    @Test
    void thePageSaysWhatThePolicyKeepsBeforeAnythingIsDone() {
        policy("""
                {"refunds": [{"until": "2027-05-09", "percent": 50}]}""");
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));
        var path = "/c/conf27/orders/" + order.text("/code") + "/delegates/"
                + view(order).at("/delegates/0/id").asString() + "/answers";
        var browser = new Browser();
        var form = open(browser, path + "?lang=en&secret=" + order.text("/secret"));

        var preview = browser.submit(
                form,
                path,
                Map.of(
                        "secret", order.text("/secret"),
                        "delegates.0.at", "0",
                        "delegates.0.fee", "regular",
                        "delegates.0.answers.name", "Ada",
                        "delegates.0.answers.dinner", "no"));

        assertThat(preview.body()).contains("-€80.00", "Cancellation fee", "€40.00", "Comes back to you");
        assertThat(total(order)).isEqualTo("199.00");
    }

    @Test
    void whoseTicketSomebodyElseCancelsIsToldThatItIsVoid() {
        policy("{\"self_withdrawal\": true}");
        var order = paid(Map.of("name", "Ada"));
        var heir = "heir-" + tenant.slug() + "@example.org";
        anybody.post(
                        delegate(order) + "/transfer?secret=" + order.text("/secret"),
                        Map.of("name", "Grace", "email", heir, "answers", Map.of("name", "Grace")))
                .expect(200);
        var ticket = view(order).at("/delegates/0/ticket").asString();

        anybody.post(
                        PATH + "/orders/" + order.text("/code") + "/cancellation?secret=" + order.text("/secret"),
                        Map.of("lines", "all"))
                .expect(200);

        eventually(
                "the delegate knows",
                () -> inbox().mails(heir).stream()
                        .anyMatch(mail -> mail.subject().equals("Your place at Conf 27 was cancelled")
                                && mail.text().contains(ticket)));
        assertThat(inbox().mails(email)).noneMatch(mail -> mail.subject().startsWith("Your place"));
    }

    @Test
    void whatWasPaidForAChangeGoesBackFromItsOwnPayment() {
        var order = paid(Map.of("name", "Ada"));
        var change = answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        CardPage.open(change.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(order).equals("199.00"));

        cancel(order, Map.of("lines", "all")).expect(200);

        eventually(
                "refunded", () -> view(order).at("/refunded/amount").asString().equals("199.00"));
        assertThat(view(order).at("/payments").findValuesAsString("status")).containsOnly("REFUNDED");
        assertThat(returned()).isEqualTo(received());
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPaymentForAChangeOfAnOrderThatIsGoneGoesBack() {
        var order = paid(Map.of("name", "Ada"));
        var change = answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        var payment = CardPage.open(change.text("/payment/url"));

        cancel(order, Map.of("lines", "all")).expect(200);
        payment.pay(CARD);

        eventually("all is back", () -> returned() == 19_900);
        assertThat(view(order).at("/lines")).hasSize(1);
        assertThat(used("option:dinner:yes")).isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aChangeThatIsDroppedOrNotPaidInTimeFreesWhatItHeld() {
        var order = paid(Map.of("name", "Ada"));
        answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        var address = PATH + "/orders/" + order.text("/code") + "/change?secret=" + order.text("/secret");

        anybody.delete(address).expect(204);

        assertThat(used("option:dinner:yes")).isZero();
        answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        assertThat(used("option:dinner:yes")).isEqualTo(1);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE order_change SET expires_at = now() - interval '1 minute'")
                        .update());
        eventually("expired", () -> {
            Tenancy.runAs(tenant, changeEnding::sweep);
            return used("option:dinner:yes") == 0;
        });
        assertThat(differences()).isEmpty();
        assertThat(total(order)).isEqualTo("119.00");
    }

    @Test
    void whatIsSoldOutIsNamedAndNothingChanges() {
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE stock SET capacity = 0 WHERE key = 'option:dinner:yes'")
                        .update());
        var order = paid(Map.of("name", "Ada"));

        var refused = answers(order, Map.of("name", "Eve", "dinner", "yes")).expect(409);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/answers/dinner");
        assertThat(refused.text("/errors/0/code")).isEqualTo("sold_out");
        assertThat(delegateAnswers().at("/name").asString()).isEqualTo("Ada");
        assertThat(answers(order, Map.of("dinner", "no")).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/answers/name");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPlaceIsPassedOnAndTheFormerTicketOpensNoDoor() {
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));
        var former = view(order).at("/delegates/0/ticket").asString();
        var heir = "grace-" + tenant.slug() + "@example.org";

        var done = anybody.post(
                        delegate(order) + "/transfer?secret=" + order.text("/secret"),
                        Map.of(
                                "name",
                                "Grace Hopper",
                                "email",
                                heir,
                                "answers",
                                Map.of("name", "Grace", "dinner", "yes")))
                .expect(200);

        assertThat(done.text("/order/delegates/0/name")).isEqualTo("Grace Hopper");
        assertThat(done.text("/order/total/amount")).isEqualTo("199.00");
        var fresh = view(order).at("/delegates/0/ticket").asString();
        assertThat(fresh).isNotEqualTo(former);
        assertThat(checkIn(former).expect(409).text("/type")).endsWith("ticket_not_valid");
        eventually(
                "the new person has the ticket",
                () -> inbox().mails(heir).stream()
                        .anyMatch(mail -> mail.text().contains(fresh)
                                && mail.attachments().size() == 2));
        assertThat(inbox().mails(heir)).noneMatch(mail -> mail.text().contains("secret="));
        checkIn(fresh).expect(200);
        assertThat(anybody.post(
                                delegate(order) + "/transfer?secret=" + order.text("/secret"),
                                Map.of("name", "Eve", "email", "eve@example.org", "answers", Map.of("name", "Eve")))
                        .expect(409)
                        .text("/type"))
                .endsWith("has_come");
        assertThat(differences()).isEmpty();
    }
}
