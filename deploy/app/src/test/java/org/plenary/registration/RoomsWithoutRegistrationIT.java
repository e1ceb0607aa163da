package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.kernel.Problem;
import org.plenary.registration.order.LineCancellations;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of rooms when nobody of their order is registered any more. */
class RoomsWithoutRegistrationIT extends BookedStayFixture {
    private static final String BULK = "/manage/conferences/conf27/delegates/bulk";
    private static final String KEEPING = """
            {"refunds": [{"until": "2027-05-09", "percent": 80}]}""";
    private static final String GOING = """
            {"guests_stay": false, "refunds": [{"until": "2027-05-09", "percent": 80}]}""";

    @Autowired
    private LineCancellations cancellations;

    @Test
    void aRoomThatStaysWithoutItsRegistrationIsAskedForFoundAndWrittenAbout() {
        var order = staying("full", "2027-05-10", "2027-05-12");
        var fee = view(order).at("/lines/0/id").asString();
        var staff = staff();
        var question = staff.open(
                "/manage/conferences/conf27/orders/" + order.text("/code") + "/cancellation?lang=en&lines=" + fee);
        assertThat(question.body()).contains("Nobody of this order is registered any more then.", "Cancel these, too");
        var list = "/manage/conferences/conf27/hotels/unregistered";
        assertThat(staff.open(list + "?lang=en").body()).contains("Everybody who has a room is registered");

        cancel(order, Map.of("lines", List.of(fee))).expect(200);

        assertThat(page(order, "en"))
                .contains("No delegate is registered in this order any more")
                .doesNotContain("You are registered", "Confirm your attendance");
        var shown = staff.open(list + "?lang=en");
        assertThat(shown.body()).contains(order.text("/code"), roomLine(order), "Grand Hotel, Double room");
        staff.submit(shown, list + "/" + stay(order) + "/reminder", Map.of());
        eventually(
                "written to",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().endsWith("has no registration")
                                && mail.text().contains(order.text("/code"))));
    }

    @Test
    void whoWithdrawsIsAskedAboutTheirRoomAndKeepsItOnlyIfTheOrganizerLetsThem() {
        policy("""
                {"self_withdrawal": true, "refunds": [{"until": "2027-05-09", "percent": 80}]}""");
        var keeping = staying("full", "2027-05-10", "2027-05-11");
        var fee = view(keeping).at("/lines/0/id").asString();
        var path = "/c/conf27/orders/" + keeping.text("/code") + "/withdrawal";
        var asked = open(browser, path + "?lang=en&secret=" + keeping.text("/secret") + "&lines=" + fee);
        // 80 % of the fee, and half of the room
        assertThat(asked.body())
                .contains("as guests who are not registered", "Grand Hotel, Double room", "€145.20 comes back in all");
        browser.submit(asked, path, Map.of("secret", keeping.text("/secret"), "lines", fee));
        assertThat(left("2027-05-10")).as("the room stays").isZero();
        cancel(keeping, Map.of("lines", List.of(roomLine(keeping)))).expect(200);

        policy("""
                {"self_withdrawal": true, "guests_stay": false, "refunds": [{"until": "2027-05-09", "percent": 80}]}""");
        var going = staying("full", "2027-05-10", "2027-05-11");
        var secret = "?secret=" + going.text("/secret");
        var line = view(going).at("/lines/0/id").asString();
        assertThat(anybody.post(
                                PATH + "/orders/" + going.text("/code") + "/cancellation" + secret,
                                Map.of("lines", List.of(line)))
                        .expect(409)
                        .text("/type"))
                .endsWith("would_stay_unregistered");
        var last = "/c/conf27/orders/" + going.text("/code") + "/withdrawal";
        var told = open(browser, last + secret + "&lang=en&lines=" + line);
        assertThat(told.body())
                .contains("so these go with it", "€145.20", "Comes back to you")
                .doesNotContain("Comes back to you (80 %)");
        browser.submit(told, last, Map.of("secret", going.text("/secret"), "lines", "all"));
        assertThat(left("2027-05-10")).as("the night is free").isEqualTo(1);
        assertThat(differences()).isEmpty();
    }

    @Test
    void manyAreCancelledOnlyOnceSomebodySaysWhatBecomesOfTheirRooms() {
        policy(KEEPING);
        var ada = staying("full", "2027-05-10", "2027-05-12", "Ada");
        var joan = staying("full", "2027-05-12", "2027-05-13", "Joan", "Grace");
        var staff = staff();

        var question = chosen(staff, ada, joan);
        // 80 % of both fees, and half of the room for two nights besides
        assertThat(question.body())
                .contains("What becomes of one room (2 nights)?", "They go too", "€290.40")
                .contains("They stay booked", "€190.40")
                .contains("Stays, because others of the orders are registered: one room (one night).");
        var unanswered = send(staff, question, Map.of(), ada, joan);
        assertThat(unanswered.status()).isEqualTo(422);
        assertThat(unanswered.body()).contains("#f-booked", "one room (2 nights)");
        assertThat(view(ada).at("/status").asString()).isEqualTo("confirmed");
        var done = send(staff, unanswered, Map.of("booked", "stay"), ada, joan);

        awaitJob(staff, done, "2 delegates were cancelled.");
        assertThat(left("2027-05-10")).as("the room stays").isZero();
        assertThat(view(ada).at("/status").asString()).isEqualTo("confirmed");
        assertThat(staff.open("/manage/conferences/conf27/hotels/unregistered?lang=en")
                        .body())
                .contains(ada.text("/code"))
                .doesNotContain(joan.text("/code"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsToGoWithItsRegistrationIsFreeAndTheRestOfOtherOrdersStands() {
        policy(KEEPING);
        var ada = staying("full", "2027-05-10", "2027-05-12", "Ada");
        var joan = staying("full", "2027-05-12", "2027-05-13", "Joan", "Grace");
        var staff = staff();
        var question = chosen(staff, ada, joan);
        policy(GOING);
        var changed = send(staff, question, Map.of("booked", "stay"), ada, joan);
        assertThat(changed.body())
                .contains("The list has changed since you looked", "Becomes free with its orders: one room (2 nights).")
                .doesNotContain("They stay booked");
        policy(KEEPING);

        awaitJob(staff, send(staff, question, Map.of("booked", "go"), ada, joan), "2 delegates were cancelled.");

        assertThat(view(ada).at("/status").asString()).isIn("cancelled", "refunded");
        assertThat(left("2027-05-10")).isEqualTo(1);
        assertThat(left("2027-05-12")).as("Grace is there").isZero();
        assertThat(view(joan).at("/status").asString()).isEqualTo("confirmed");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aRoomWhoseOthersHaveGoneMeanwhileFollowsWhatWasSaidAndThePolicyOfThatMoment() {
        policy(GOING);
        var order = staying("full", "2027-05-10", "2027-05-12", "Ada");
        var id = UUID.fromString(booked("b.order_id::text", order));
        var fee = List.of(UUID.fromString(view(order).at("/lines/0/id").asString()));

        assertThatThrownBy(() -> Tenancy.runAs(tenant, () -> cancellations.cancel(id, fee, true)))
                .isInstanceOf(Problem.Conflict.class);
        Tenancy.runAs(tenant, () -> cancellations.cancel(id, fee, false));

        assertThat(left("2027-05-10")).as("the night is free").isEqualTo(1);
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoCouldNotBeCancelledIsNamedWithTheReason() {
        var order = staying("full", "2027-05-10", "2027-05-12", "Ada");
        var staff = staff();
        var question = chosen(staff, order);
        Tenancy.runAs(
                tenant, () -> jdbc.sql("UPDATE orders SET status = 'rejected'").update());

        var done = send(staff, question, Map.of("booked", "go"), order);

        awaitJob(staff, done, "Nobody was cancelled.");
        assertThat(staff.open(done.address().getPath()).body())
                .contains("Ada (" + order.text("/code") + ")", "This order cannot be cancelled as it stands.");
    }

    /** The page that asks, with the first delegate of each order chosen. */
    private static Browser.View chosen(DeskFixture staff, Http.Answer... orders) {
        return staff.open(BULK + "?lang=en&action=cancellation&sort=name&id=" + String.join("&id=", ids(orders)));
    }

    private static Browser.View send(
            DeskFixture staff, Browser.View page, Map<String, String> answer, Http.Answer... orders) {
        var fields = new TreeMap<String, List<String>>();
        answer.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.putAll(Map.of("action", List.of("cancellation"), "sort", List.of("name"), "id", ids(orders)));
        fields.put("step", List.of("do"));
        fields.put("expected", List.of(found("name=\"expected\" value=\"([^\"]+)\"", page.body())));
        return staff.submitAll(page, BULK, fields);
    }

    private static List<String> ids(Http.Answer... orders) {
        return Stream.of(orders).map(order -> order.text("/delegates/0/id")).toList();
    }

    private void awaitJob(DeskFixture staff, Browser.View page, String text) {
        assertThat(page.address().getPath()).contains("/delegates/jobs/");
        eventually(text, () -> staff.open(page.address().getPath()).body().contains(text));
    }
}
