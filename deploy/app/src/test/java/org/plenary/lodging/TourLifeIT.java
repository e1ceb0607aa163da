package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;

/** The life of a tour: its minimum, its end, its vouchers, and what its operator is told. */
class TourLifeIT extends TourLifeFixture {
    @Test
    void aVoucherOpensTheBusOnceAndNeverForAPlaceThatIsCancelled() {
        aTour("0.00", 20, "");
        owner.post(PATH + "/tours", tour("hills", "0.00", 9, "")).expect(201);
        var order = order(2).expect(201);
        var vouchers = vouchers();
        assertThat(vouchers).hasSize(2);
        eventually(
                "the vouchers come with the confirmation",
                () -> inbox().mails(order.text("/contact/email")).stream()
                        .anyMatch(mail -> mail.attachments().stream()
                                .anyMatch(file -> file.name().equals("tours-" + order.text("/code") + ".pdf"))));

        assertThat(board("harbour", vouchers.getFirst()).expect(200).text("/status"))
                .isEqualTo("checked_in");
        var again =
                board("harbour", vouchers.getFirst().toLowerCase(Locale.ROOT)).expect(200);
        assertThat(again.text("/status")).isEqualTo("already_checked_in");
        assertThat(again.text("/name")).isEqualTo("Ada");
        assertThat(board("hills", vouchers.getLast()).expect(409).text("/type")).endsWith("voucher_of_other_tour");
        board("harbour", "NO0SUCH0CODE").expect(404);
        board("harbour", " ").expect(422);

        var line = order.json()
                .at("/lines")
                .valueStream()
                .filter(each -> each.at("/kind").asString().equals("tour"))
                .findFirst()
                .orElseThrow();
        var cancelled = Map.of("lines", List.of(line.at("/id").asString()));
        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", cancelled)
                .expect(200);
        assertThat(board("harbour", vouchers.getLast()).expect(409).text("/type"))
                .endsWith("voucher_not_valid");
        var pdf = "/c/conf27/orders/" + order.text("/code") + "/tours/vouchers.pdf?secret=" + order.text("/secret");
        delegate.get(pdf).expect(404);
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void theSecondListForTheOperatorShowsOnlyWhatChanged() {
        var operator = "bus-" + tenant.slug() + "@example.org";
        aTour("0.00", 20, "\"operator\": {\"name\": \"Bus Ltd\", \"email\": \"%s\"}".formatted(operator));
        order(1).expect(201);
        var second = order(1).expect(201);

        assertThat(owner.post(TOUR + "/lists", Map.of()).expect(201).text("/number"))
                .isEqualTo("1");
        owner.post(PATH + "/orders/" + second.text("/code") + "/cancellation", Map.of())
                .expect(200);
        order(List.of(Map.of("name", "Grace", "kind", "accompanying"))).expect(201);
        owner.post(TOUR + "/lists", Map.of()).expect(201);

        eventually("both lists are sent", () -> inbox().mails(operator).size() == 2);
        var mail = inbox().mails(operator).stream()
                .filter(each -> each.subject().startsWith("List no. 2"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.text()).contains("New: Grace", "Does not come: Ada").containsOnlyOnce("Ada");
        assertThat(mail.attachments())
                .extracting(file -> file.name())
                .containsExactly("conf27-harbour-2-changes.pdf", "conf27-harbour-2.pdf", "conf27-harbour-2.xlsx");
        var whole = owner.get(TOUR + "/lists/2").expect(200).json();
        assertThat(whole.at("/participants")).hasSize(2);
        assertThat(minor("SELECT count(*) FROM audit_entry WHERE action = 'tour.list-sent'"))
                .isEqualTo(2);
        change("0.00", 20, "\"guides\": []");
        assertThat(owner.post(TOUR + "/lists", Map.of()).expect(409).text("/type"))
                .endsWith("no_operator");
    }

    @Test
    void companionsPayTheirOwnPriceTakePlacesAndAreNeverMoreThanThereAre() {
        aTour("40.00", 5, """
                "minimum": 2, "minimum_by": "%s", "maximum_per_order": 4,
                "guides": [{"name": "Mei", "languages": ["zh", "en"], "phone": "+49 30 1"}],
                "prices": {"accompanying": {"amount": "30.00", "currency": "EUR"},
                           "child": {"amount": "0.00", "currency": "EUR"}}""".formatted(TODAY.plusDays(30)));

        var order = order(List.of(
                        Map.of("kind", "delegate"),
                        Map.of("name", "Grace", "kind", "accompanying"),
                        Map.of("kind", "child")))
                .expect(201);

        assertThat(order.text("/total/amount")).isEqualTo("70.00");
        var short1 = order(3).expect(409);
        assertThat(short1.text("/errors/0/pointer")).isEqualTo("/tours/0");
        assertThat(short1.json().at("/errors/0/left").asInt()).isEqualTo(2);
        assertThat(order(5).expect(422).text("/errors/0/pointer")).isEqualTo("/tours/0/quantity");
        assertThat(order(List.of(Map.of("kind", "dog"))).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/tours/0/guests/0/kind");
        assertThat(order(2).expect(201).text("/total/amount")).isEqualTo("80.00");
        var seen = delegate.get(TOUR).expect(200).json();
        assertThat(seen.at("/details/guides/0/languages")).hasSize(2);
        assertThat(seen.at("/details/guides/0/phone").isNull()).isTrue();
        // Whoever knows nothing of the details loses nothing of them.
        owner.put(TOUR, tour("harbour", "45.00", 5, "")).expect(200);
        assertThat(owner.get(TOUR).json().at("/details/minimum").asInt()).isEqualTo(2);
        var wrong = owner.put(TOUR, tour("harbour", "45.00", 5, "\"minimum\": 9, \"guides\": [{\"name\": \"\"}]"))
                .expect(422);
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/details/minimum", "/details/minimum_by", "/details/guides/0/name");
    }

    @Test
    void staffTickPeopleOffOnAPhoneAndCancelATourKnowingWhatItCosts() {
        aTour("0.00", 20, "");
        order(2).expect(201);
        var voucher = vouchers().getFirst();
        var browser = new Browser();
        var desk = "/manage/conferences/conf27/tours";
        var site = "http://" + tenant.slug() + ".localhost:" + owner.port();
        var form = browser.open(site + desk + "?lang=en");
        browser.submit(form, "/login", Map.of("email", organizer, "password", PASSWORD));

        var scanned = browser.open(site + desk + "/harbour/boarding?code=" + voucher);
        assertThat(scanned.body()).contains("Ada", "0 of 2 on board");
        var ticked = browser.submit(scanned, desk + "/harbour/boarding", Map.of("voucher", voucher));
        assertThat(ticked.body()).contains("Ada is on board.", "1 of 2 on board");
        assertThat(browser.submit(ticked, desk + "/harbour/boarding", Map.of("voucher", site + "?code=" + voucher))
                        .body())
                .contains("Ada is already on board");
        assertThat(browser.open(site + desk + "/harbour/boarding?q=nobody").body())
                .contains("Nobody found");
        assertThat(browser.open(site + desk + "/harbour/lists").body()).contains("2 people come.");

        var question = browser.open(site + desk + "/harbour/cancellation");
        assertThat(question.body()).contains("Cancel Harbour cruise?", "2 people in one order lose their place.");
        var done = browser.submit(question, desk + "/harbour/cancellation", Map.of("note", "Storm."));
        assertThat(done.body()).contains("Harbour cruise is cancelled");
        eventually(
                "all are called off",
                () -> owner.get(TOUR + "/cancellation").json().at("/called_off").asInt() == 2);
        assertThat(browser.open(site + desk).body()).contains("Cancelled", "Refunds");
        eventually(
                "the buyer is told why",
                () -> inbox().mails(buyer(1)).stream()
                        .anyMatch(mail -> mail.text().contains("Storm.")));
    }

    private Http.Answer board(String tour, String voucher) {
        return owner.post(PATH + "/tours/" + tour + "/check-ins", Map.of("voucher", voucher));
    }

    private List<String> vouchers() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT code FROM tour_place ORDER BY booking_id, number")
                        .query(String.class)
                        .list());
    }
}
