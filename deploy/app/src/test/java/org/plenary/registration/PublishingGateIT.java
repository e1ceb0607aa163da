package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.hotel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What is told and sold waits for the agreement with its supplier, and for the committees where they are asked. */
class PublishingGateIT extends PlenaryIT {
    private static final String AGREEMENTS = PATH + "/agreements";
    private static final String NOTICE = PATH + "/notice";
    private static final String PAGES = "/manage/conferences/conf27/";
    private static final String SIGNED = """
            {"kind": "%s", "supplier": "%s", "status": "signed", "signed_on": "2026-11-02"}""";
    private static final String DRAFT = "{\"kind\": \"%s\", \"supplier\": \"%s\"}";

    @Autowired
    private Accounts accounts;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aPublishedConference() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "120.00", 10);
        aHotel(owner, 5);
        aTour(owner, "harbour", "25.00", 10);
        RegistrationFixture.publish(owner);
    }

    @Test
    void withoutAgreementsEverythingIsPublishedAndSoldAtOnce() {
        var page = anonymous(tenant).get("/c/conf27").expect(200).body();

        assertThat(page).contains("Grand", "Tour harbour", "Fee regular");
        assertThat(state("hotels")).isEqualTo("published");
        assertThat(state("transport")).isEqualTo("empty");
        order(cart("regular", hotel(owner), "2027-05-10", "2027-05-11", "harbour", 1))
                .expect(201);
    }

    @Test
    void aHotelWithAnUnsignedAgreementIsNeitherShownNorBookedUntilItIsSigned() {
        var agreement = agreement(DRAFT.formatted("hotel", "Grand Hotel AG"));
        var key = hotel(owner);
        ask(key, agreement);

        assertThat(state("hotels")).isEqualTo("held_back");
        assertThat(anonymous(tenant).get("/c/conf27").body()).doesNotContain("Grand");
        assertThat(anonymous(tenant).get(PATH + "/hotels").json().at("/items")).isEmpty();
        assertThat(anonymous(tenant).get(PATH + "/availability").json().at("/rooms"))
                .isEmpty();
        var refused = order(cart("regular", key, "2027-05-10", "2027-05-11")).expect(409);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rooms/0/hotel");
        assertThat(refused.text("/errors/0/code")).isEqualTo("not_published");
        var unpublished = publishSection("hotels").expect(409);
        assertThat(unpublished.text("/errors/0/code")).isEqualTo("agreement_unsigned");
        assertThat(unpublished.text("/errors/0/agreement")).isEqualTo("Grand Hotel AG");
        assertThat(owner.delete(AGREEMENTS + "/" + agreement).expect(409).body())
                .contains("agreement_used");

        owner.put(AGREEMENTS + "/" + agreement, SIGNED.formatted("hotel", "Grand Hotel AG"))
                .expect(200);

        publishSection("hotels").expect(201);
        assertThat(anonymous(tenant).get("/c/conf27").body()).contains("Grand");
        order(cart("regular", key, "2027-05-10", "2027-05-11")).expect(201);
    }

    @Test
    void theTravelAgencyHoldsBackAllTours() {
        agreement(DRAFT.formatted("travel_agency", "Bay Travel"));

        assertThat(anonymous(tenant).get("/c/conf27").body()).contains("Grand").doesNotContain("Tour harbour");
        assertThat(anonymous(tenant).get(PATH + "/tours").json().at("/items")).isEmpty();
        var refused = order(cart("regular", hotel(owner), "2027-05-10", "2027-05-11", "harbour", 1))
                .expect(409);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/tours/0/tour");
    }

    @Test
    void inInstalmentsASectionAppearsWhenItIsPublishedAndGoesWhenItIsWithheld() {
        owner.put(NOTICE + "/settings", Map.of("instalments", true)).expect(200);
        assertThat(state("hotels")).as("what was shown stays").isEqualTo("published");
        owner.put(NOTICE + "/sections/transport/text", """
                {"text": {"en": "Shuttles every ten minutes.", "zh-CN": "每十分钟一班车。"}}""").expect(200);
        assertThat(state("transport")).isEqualTo("ready");
        assertThat(anonymous(tenant).get("/c/conf27").body()).doesNotContain("Shuttles");

        publishSection("transport").expect(201);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8)).expect(200);
        assertThat(anonymous(tenant).get("/c/conf27/register/group").body()).contains("Fee regular");
        owner.post(NOTICE + "/sections/fees/withholding", "{}").expect(200);
        assertThat(anonymous(tenant).get("/c/conf27/register/group").body()).doesNotContain("Fee regular");

        var page = anonymous(tenant).get("/c/conf27").body();
        assertThat(page).contains("Shuttles every ten minutes.").doesNotContain("Fee regular");
        assertThat(order(cart("regular", Map.of("name", "Ada"))).expect(409).body())
                .contains("registration_closed");
        assertThat(publishSection("transport").expect(422).text("/errors/0/pointer"))
                .as("a change says what it is")
                .isEqualTo("/note");
        assertThat(publishSection("weather").expect(422).text("/errors/0/pointer"))
                .isEqualTo("/sections/0");
        assertThat(publishSection("programme").expect(409).text("/type")).endsWith("section_empty");
    }

    @Test
    void bothCommitteesSignOffWhatIsThereAndAChangeAsksThemAgain() {
        owner.put(NOTICE + "/settings", Map.of("needs_sign_off", true)).expect(200);
        write("The opening is on Monday.");
        assertThat(codes(publishSection("programme").expect(409)))
                .containsExactly("sign_off_missing_programme", "sign_off_missing_organizing");

        signOff("programme").expect(200);
        assertThat(codes(publishSection("programme").expect(409))).containsExactly("sign_off_missing_organizing");
        var signed = signOff("organizing").expect(200);
        assertThat(signed.text("/sign_offs/1/name")).isEqualTo("Prof. Li Wei");
        publishSection("programme").expect(201);

        write("The opening is on Tuesday.");
        assertThat(codes(publish("programme", "The day has changed.").expect(409)))
                .hasSize(2);
    }

    @Test
    void anAgreementThatIsWrongIsRefusedByName() {
        assertThat(codes(owner.post(AGREEMENTS, "{\"kind\": \"circus\", \"status\": \"signed\"}")
                        .expect(422)))
                .containsExactlyInAnyOrder("required", "agreement_kind", "required");
        var key = hotel(owner);
        assertThat(put(key, agreement(DRAFT.formatted("taxi_company", "Taxi")))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/agreement");
        anonymous(tenant).get(AGREEMENTS).expect(401);
        anonymous(tenant).get(NOTICE).expect(401);
    }

    @Test
    void theOrganizersPagesSayWhatIsMissingAndUndoADeletion() {
        var desk = new DeskFixture(tenant, owner.port(), accounts);
        var form = desk.open(PAGES + "agreements/new?kind=taxi_company");
        var fields = new HashMap<>(Map.of("kind", "taxi_company", "supplier", "", "status", "signed"));
        var wrong = desk.submit(form, PAGES + "agreements", fields);
        assertThat(wrong.status()).isEqualTo(422);
        fields.putAll(Map.of("supplier", "City Taxi", "status", "sent"));
        var list = desk.submit(form, PAGES + "agreements", fields);
        assertThat(list.body()).contains("City Taxi", "Taxi company");
        owner.put(NOTICE + "/sections/transport/text", "{\"text\": \"Taxis wait.\"}")
                .expect(200);

        assertThat(desk.open(PAGES + "notice").body()).contains("Held back", "City Taxi", "agreement not signed");
        owner.put(NOTICE + "/settings", Map.of("instalments", true)).expect(200);
        var publication = PAGES + "notice/sections/transport/publication";
        var refused = desk.submit(desk.open(publication), publication, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("The agreement with City Taxi is not signed yet.");
        assertThat(desk.open(publication + "?lang=zh-CN").body()).contains("公布：交通");

        var deletion = DeskFixture.link(list, "/agreements/[0-9a-f-]{36}") + "/deletion";
        var deleted = desk.submit(desk.open(deletion + "?lang=en"), deletion, Map.of());
        assertThat(deleted.body()).doesNotContain("City Taxi");
        var undo = DeskFixture.link(deleted, "/restoration");
        assertThat(desk.submit(deleted, undo, Map.of()).body()).contains("City Taxi");
    }

    @Test
    void theHotelsFormBeginsADraft() {
        var desk = new DeskFixture(tenant, owner.port(), accounts);
        var path = PAGES + "hotels/" + hotel(owner);
        var form = desk.open(path);
        var fields = new HashMap<String, String>();
        var inputs = java.util.regex.Pattern.compile("<input[^>]*\\sname=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(form.body());
        while (inputs.find()) fields.put(inputs.group(1), inputs.group(2));
        fields.put("agreement", "new");

        var saved = desk.submit(form, path, fields);

        assertThat(saved.address().getPath()).endsWith("/hotels");
        var made = owner.get(AGREEMENTS).expect(200);
        assertThat(made.text("/items/0/supplier")).isEqualTo("Grand");
        assertThat(made.text("/items/0/status")).isEqualTo("draft");
        assertThat(anonymous(tenant).get("/c/conf27").body()).doesNotContain("Grand");
    }

    private String state(String section) {
        for (var each : owner.get(NOTICE).expect(200).json().get("sections"))
            if (each.get("section").asString().equals(section))
                return each.get("state").asString();
        throw new AssertionError(section);
    }

    private String agreement(String body) {
        return owner.post(AGREEMENTS, body).expect(201).text("/id");
    }

    private void ask(String hotel, String agreement) {
        put(hotel, agreement).expect(200);
    }

    private Http.Answer put(String hotel, String agreement) {
        var kept = (ObjectNode) owner.get(PATH + "/hotels/" + hotel).expect(200).json();
        kept.remove(List.of("id", "version"));
        kept.get("room_types").forEach(type -> ((ObjectNode) type).remove("id"));
        kept.put("agreement", agreement);
        return owner.put(PATH + "/hotels/" + hotel, kept);
    }

    private Http.Answer order(Map<String, Object> cart) {
        return anonymous(tenant).post(PATH + "/orders", cart);
    }

    private Http.Answer publishSection(String section) {
        return owner.post(NOTICE + "/editions", Map.of("sections", List.of(section)));
    }

    private Http.Answer publish(String section, String note) {
        return owner.post(NOTICE + "/editions", Map.of("sections", List.of(section), "note", note));
    }

    private void write(String programme) {
        owner.put(NOTICE + "/sections/programme/text", Map.of("text", programme))
                .expect(200);
    }

    private Http.Answer signOff(String committee) {
        return owner.post(NOTICE + "/sign-offs", Map.of("committee", committee, "name", "Prof. Li Wei"));
    }

    private static List<String> codes(Http.Answer answer) {
        return answer.json()
                .get("errors")
                .valueStream()
                .map(e -> e.get("code").asString())
                .toList();
    }
}
