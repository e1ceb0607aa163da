package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.registration.delegate.Retention;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** How long what somebody answered is kept when it is changed. */
class KeptAnswersIT extends PaidOrderIT {
    @Autowired
    private Retention retention;

    @Test
    void whatAChangeSaysOfAPersonIsNotKeptLongerThanItWaits() {
        owner.put(PATH + "/registration-form", """
                        {"sections": [{"key": "s", "title": "S", "fields": [
                          {"key": "name", "type": "text", "label": "Name", "personal": {"retention_months": 1}},
                          {"key": "dinner", "type": "choice", "label": "Dinner", "options": [
                            {"key": "yes", "label": "Yes", "price": {"amount": "80.00", "currency": "EUR"}}]}]}]}""").expect(200);
        var order = paid(Map.of("name", "Ada"));
        var address = PATH + "/orders/" + order.text("/code") + "/change?secret=" + order.text("/secret");
        answers(order, Map.of("name", "Ada Lovelace", "dinner", "yes")).expect(200);
        anybody.delete(address).expect(204);
        assertThat(proposals()).singleElement().asString().doesNotContain("Lovelace", "example.org");
        answers(order, Map.of("name", "Ada Byron", "dinner", "yes")).expect(200);
        assertThat(proposals()).anyMatch(proposal -> proposal.contains("Byron"));
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE conference SET starts_on = '2020-01-01', ends_on = '2020-01-02'")
                        .update());

        Tenancy.runAs(tenant, retention::erase);

        assertThat(proposals()).anyMatch(proposal -> proposal.contains("\"answers\": {\"dinner\": \"yes\"}"));
    }

    @Test
    void whySomebodyWasAbsentIsForgottenAMonthAfterTheConference() {
        var order = paid(Map.of("name", "Ada"));
        Tenancy.runAs(tenant, () -> jdbc.sql("""
                        INSERT INTO absence (id, conference_id, delegate_id, days, reason, recorded_at)
                        SELECT id, conference_id, id, CAST('{}' AS date[]), 'In hospital', now() FROM delegate""").update());
        Tenancy.runAs(tenant, retention::erase);
        assertThat(reasons()).containsExactly("In hospital");
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE conference SET starts_on = '2020-01-01', ends_on = '2020-01-02'")
                        .update());

        Tenancy.runAs(tenant, retention::erase);

        assertThat(reasons()).containsExactly("");
        assertThat(view(order).at("/delegates/0/name").asString()).isEqualTo("Ada");
    }

    private List<String> reasons() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT reason FROM absence").query(String.class).list());
    }

    @Test
    void aFileStaysWhileItsAnswerDoesAndGoesWithThePerson() {
        owner.put(PATH + "/registration-form", """
                        {"sections": [{"key": "s", "title": "S", "fields": [
                          {"key": "name", "type": "text", "label": "Name"},
                          {"key": "proof", "type": "file", "label": "Proof"}]}]}""").expect(200);
        var order = paid(Map.of("name", "Ada", "proof", upload("first")));
        var first = delegateAnswers().at("/proof/file").asString();
        assertThat(files()).containsExactly(first);
        var browser = new Browser();
        var fields = new HashMap<>(Map.of("secret", order.text("/secret"), "delegates.0.at", "0"));
        fields.put("delegates.0.fee", "regular");
        fields.put("delegates.0.answers.name", "Ada Lovelace");
        fields.put("delegates.0.answers.proof", first);
        assertThat(page(browser, order).body()).contains("value=\"" + first + "\"");

        assertThat(browser.submit(page(browser, order), address(order), fields).body())
                .contains("Your changes were saved.");
        assertThat(delegateAnswers().at("/proof/file").asString()).isEqualTo(first);
        assertThat(answers(order, Map.of("name", "Ada", "proof", upload("second")))
                        .expect(200)
                        .text("/change"))
                .isEqualTo("done");
        var second = delegateAnswers().at("/proof/file").asString();
        assertThat(files()).containsExactly(second);

        anybody.post(
                        delegate(order) + "/transfer?secret=" + order.text("/secret"),
                        Map.of("name", "Eve", "email", "eve@example.org", "answers", Map.of("name", "Eve")))
                .expect(200);

        assertThat(files()).isEmpty();
    }

    private static String address(Http.Answer order) {
        return "/c/conf27/orders/" + order.text("/code") + "/delegates/" + order.text("/delegates/0/id") + "/answers";
    }

    private List<String> files() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT id::text FROM stored_file ORDER BY id")
                        .query(String.class)
                        .list());
    }

    private List<String> proposals() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT proposal::text FROM order_change ORDER BY id")
                        .query(String.class)
                        .list());
    }

    private Browser.View page(Browser browser, Http.Answer order) {
        return open(browser, address(order) + "?lang=en&secret=" + order.text("/secret"));
    }
}
