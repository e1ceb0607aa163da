package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormTransfer;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.delegate.Retention;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FormsIT extends PlenaryIT {
    private static final String FORM = PATH + "/registration-form";

    @Autowired
    private Forms forms;

    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private Retention retention;

    @Autowired
    private FormTransfer transfer;

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void captionsChangeInPlaceAndStructureMakesANewVersion() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        var first = owner.get(FORM).expect(200);

        var translated =
                owner.put(FORM, form("Name", "Vollständiger Name", false)).expect(200);
        var stricter = owner.put(FORM, form("Name", "Vollständiger Name", true)).expect(200);

        assertThat(first.text("/version")).isEqualTo("1");
        assertThat(translated.text("/version")).isEqualTo("2");
        assertThat(owner.put(FORM, form("Full name", "Name", true)).text("/version"))
                .as("only captions differ")
                .isEqualTo(stricter.text("/version"));
        var stale = stricter.headers().firstValue("ETag").orElseThrow();
        owner.with("If-Match", stale).put(FORM, form("Other", "Name", true)).expect(412);
    }

    @Test
    void theBuilderChangesADraftInPlaceUntilSomebodyAnsweredIt() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);

        assertThat(add(tenant, "unit")).isEqualTo(1);
        assertThat(add(tenant, "post")).isEqualTo(1);
        anonymous(tenant)
                .post(PATH + "/orders", cart("free", Map.of("name", "Ada", "unit", "Mill"), 1))
                .expect(201);

        assertThat(add(tenant, "street")).isEqualTo(2);
        assertThat(owner.get(FORM + "?version=1").expect(200).body())
                .contains("post")
                .doesNotContain("street");
    }

    @Test
    void aCycleIsNamedAndAnUnknownMemberIsPointedAt() {
        var owner = owner(aTenant());
        aConference(owner);

        var cycle = owner.put(FORM, """
                        {"sections": [{"key": "s", "title": "S", "fields": [
                          {"key": "a", "type": "text", "label": "A", "visible_if": {"not": {"field": "b", "answered": true}}},
                          {"key": "b", "type": "text", "label": "B", "visible_if": {"any": [{"field": "a", "equals": "x"}]}}]}]}""").expect(422);
        var unknown = owner.put(FORM, """
                        {"sections": [{"key": "s", "title": "S", "fields": [
                          {"key": "a", "type": "text", "label": "A", "visible_if": {"field": "a", "like": "x"}}]}]}""").expect(422);

        assertThat(cycle.text("/errors/0/detail")).isEqualTo("the fields a → b → a depend on each other");
        assertThat(cycle.text("/errors/0/pointer")).isEqualTo("/sections/0/fields/0/visible_if");
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/sections/0/fields/0/visible_if/like");
    }

    @Test
    void everyTypeIsAnsweredPricedKeptAndExported() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        owner.put(FORM, """
                        {"sections": [{"key": "s", "title": "S", "categories": ["free"], "fields": [
                          {"key": "home", "type": "address", "label": "Home"},
                          {"key": "guests", "type": "accompanying_persons", "label": "Guests", "accompanying": {
                            "price": {"amount": "30.00", "currency": "EUR"}, "maximum": 2,
                            "fields": [{"key": "name", "type": "text", "label": "Name", "required": true}]}},
                          {"key": "meal", "type": "meal_and_diet", "label": "Meal", "options": [
                            {"key": "fish", "label": "Fish dish", "price": {"amount": "5.00", "currency": "EUR"}, "capacity": 1},
                            {"key": "old", "label": "Old", "until": "2020-01-01"}]},
                          {"key": "code", "type": "text", "label": "Code", "pattern": "[A-Z]{2}[0-9]+"},
                          {"key": "note", "type": "text", "label": "Note", "staff_only": true}]}]}""").expect(200);
        aFee(owner, "free", "0.00", null);
        aFee(owner, "other", "0.00", null);
        publish(owner);
        var buyer = anonymous(tenant);
        var answers = new LinkedHashMap<String, Object>();
        answers.put("home", Map.of("lines", "Mill Road 7", "city", "Cambridge", "country", "GB"));
        answers.put("guests", List.of(Map.of("name", "Bob"), Map.of("name", "Eve")));
        answers.put("meal", Map.of("meal", "fish", "note", "no nuts"));
        answers.put("code", "AB12");

        var order = buyer.post(PATH + "/orders", cart("free", answers, 2)).expect(201);

        assertThat(order.text("/total/amount")).isEqualTo("65.00");
        assertThat(buyer.post(PATH + "/orders", cart("free", answers, 2))
                        .expect(409)
                        .text("/errors/0/pointer"))
                .isEqualTo("/delegates/0/answers/meal/meal");
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        var table = owner.get("/api/v1/conferences/conf27/delegates").expect(200);
        assertThat(table.text("/items/0/answers/home/city")).isEqualTo("Cambridge");
        var csv = owner.with("Accept", "text/csv")
                .get(PATH + "/delegates")
                .expect(200)
                .body();
        assertThat(csv).contains("home.city", "\"Cambridge\"", "\"United Kingdom\"", "\"Fish dish\"", "\"Bob; Eve\"");
        assertThat(buyer.get(FORM).body()).doesNotContain("Note");
        assertThat(owner.get(FORM).body()).contains("Note");
        refused(buyer, "free", Map.of("code", "ab"), "/delegates/0/answers/code pattern");
        refused(buyer, "free", Map.of("note", "x"), "/delegates/0/answers/note unknown_field");
        refused(buyer, "free", Map.of("meal", Map.of("meal", "old")), "/delegates/0/answers/meal/meal option_closed");
        refused(buyer, "other", Map.of("code", "AB1"), "/delegates/0/answers/code not_visible");
        refused(buyer, "free", Map.of("guests", List.of(Map.of())), "/delegates/0/answers/guests/0/name required");
        refused(buyer, "free", Map.of("home", Map.of("lines", "x")), "/delegates/0/answers/home/city required");
    }

    @Test
    void personalAnswersAreErasedWhenTheirTimeIsOver() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        owner.put(FORM, """
                        {"sections": [{"key": "s", "title": "S", "fields": [
                          {"key": "name", "type": "text", "label": "Name"},
                          {"key": "short", "type": "text", "label": "Short", "personal": {"retention_months": 1}},
                          {"key": "long", "type": "text", "label": "Long", "personal": {"retention_months": 600}}]}]}""").expect(200);
        aFee(owner, "free", "0.00", null);
        publish(owner);
        anonymous(tenant)
                .post(PATH + "/orders", cart("free", Map.of("name", "Ada", "short", "s", "long", "l"), 2))
                .expect(201);

        Tenancy.runAs(tenant, retention::erase);
        assertThat(answers(owner)).containsKeys("name", "short", "long");
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE conference SET starts_on = '2020-01-01', ends_on = '2020-01-02'")
                        .update());
        Tenancy.runAs(tenant, retention::erase);
        Tenancy.runAs(tenant, retention::erase);

        assertThat(answers(owner)).containsKeys("name", "long").doesNotContainKey("short");
        var entries = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT details::text FROM audit_entry WHERE action = 'delegates.personal-data-erased'")
                        .query(String.class)
                        .list());
        assertThat(entries).singleElement().asString().contains("short").doesNotContain("long");
    }

    @Test
    void aReadyFormIsUsedAndWhatIsExportedCanBePutBack() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        Tenancy.runAs(
                tenant,
                () -> forms.put(Purpose.REGISTRATION, conferences.bySlug("conf27"), transfer.preset("visa"), null));

        var exported = owner.get(FORM + "/export").expect(200).body();

        assertThat(owner.put(FORM, exported).expect(200).text("/version")).isEqualTo("2");
    }

    private static Map<String, Object> cart(String fee, Map<String, Object> answers, int version) {
        var cart = new LinkedHashMap<>(RegistrationFixture.cart(fee, answers));
        cart.put("delegates", List.of(Map.of("fee", fee, "answers", answers, "form_version", version)));
        return cart;
    }

    private static void refused(Http buyer, String fee, Map<String, Object> answers, String expected) {
        var refusal = buyer.post(PATH + "/orders", cart(fee, answers, 2)).expect(422);
        assertThat(refusal.text("/errors/0/pointer") + " " + refusal.text("/errors/0/code"))
                .isEqualTo(expected);
    }

    private static Map<String, Object> answers(Http owner) {
        var answers = new LinkedHashMap<String, Object>();
        owner.get(PATH + "/delegates")
                .expect(200)
                .json()
                .at("/items/0/answers")
                .properties()
                .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        return answers;
    }

    /** One step of the builder; the number of the version after it. */
    private int add(Tenant tenant, String key) {
        return Tenancy.callAs(tenant, () -> {
            var conference = conferences.bySlug("conf27");
            var section = forms.newest(Purpose.REGISTRATION, conference.id())
                    .definition()
                    .sections()
                    .getFirst();
            var fields = new java.util.ArrayList<>(section.fields());
            fields.add(Field.of(key, FieldType.TEXT, LocalizedText.of(key)));
            var changed = new FormDefinition.Section(section.key(), section.title(), fields);
            return forms.change(Purpose.REGISTRATION, conference, new FormDefinition(List.of(changed)), null)
                    .version();
        });
    }

    private static String form(String english, String german, boolean required) {
        return """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": {"en": "%s", "de": "%s"}, "required": %s}]}]}""".formatted(english, german, required);
    }
}
