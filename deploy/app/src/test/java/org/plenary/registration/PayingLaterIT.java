package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Accounts;
import org.plenary.payments.CreditorReference;
import org.plenary.registration.order.DueReleasing;
import org.plenary.registration.order.DueReminders;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** Institutions that pay by invoice: certain at once when it is granted, reminded, and released when they do not pay. */
class PayingLaterIT extends PaidOrderIT {
    private static final String OPEN_ITEMS = "/api/v1/billing/open-items";
    private static final String BANK = "/manage/billing/bank";
    private static final String WAYS = """
            {"card": true, "bank_transfer": true, "account": {"holder": "Society of Looms",
             "iban": "DE89370400440532013000"}, "invoice": true, "invoice_days": 30}""";

    @Autowired
    private Accounts accounts;

    @Autowired
    private DueReminders reminders;

    @Autowired
    private DueReleasing releasing;

    @BeforeEach
    void aConferenceThatIsPaidByInvoice() {
        owner.put(PATH + "/payment-ways", WAYS).expect(200);
    }

    @Test
    void anInstitutionIsCertainOnceItIsGrantedAndPaysByTransfer() {
        var refused = anybody.post(PATH + "/orders", cart(Map.of("name", "Ada", "email", email, "country", "GB"), "en"))
                .expect(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/contact/organization");
        assertThat(refused.text("/errors/1/pointer")).isEqualTo("/contact/address/street");

        var order = asked();
        assertThat(view(order).at("/status").asString()).isEqualTo("pending");
        assertThat(view(order).at("/invoice/status").asString()).isEqualTo("asked");
        assertThat(page(order, "en")).contains("The organizers decide");
        eventually("told", () -> !mails("You asked to pay").isEmpty());

        decide(order, Map.of("decision", "grant")).expect(200);

        var view = view(order);
        assertThat(view.at("/status").asString()).isEqualTo("confirmed");
        assertThat(view.at("/delegates/0/ticket").asString()).isNotEmpty();
        assertThat(view.at("/delegates/1/ticket").asString()).isNotEmpty();
        assertThat(view.at("/documents/0/kind").asString()).isEqualTo("INVOICE");
        assertThat(view.at("/documents/0/due_on").asString())
                .isEqualTo(view.at("/balance/parts/0/due_on").asString());
        assertThat(view.at("/balance/open/amount").asString()).isEqualTo("238.00");
        assertThat(balance("receivables")).isEqualTo(238_00);
        var listed = owner.get(OPEN_ITEMS).expect(200);
        assertThat(listed.text("/items/0/order")).isEqualTo(order.text("/code"));
        assertThat(listed.text("/items/0/amount/amount")).isEqualTo("238.00");
        assertThat(listed.text("/items/0/due_on"))
                .isEqualTo(view.at("/documents/0/due_on").asString());
        eventually("confirmed by mail", () -> !mails("Your registration for").isEmpty());
        assertThat(mails("Your registration for").getFirst().text()).contains("Still to pay: €238.00");
        assertThat(decide(order, Map.of("decision", "grant")).expect(409).text("/type"))
                .contains("not_awaiting");

        statement(order, "100.00");
        assertThat(open(order)).isEqualTo("138.00");
        assertThat(balance("receivables")).isEqualTo(138_00);
        statement(order, "138.00");
        assertThat(open(order)).isEqualTo("0.00");
        assertThat(balance("receivables")).isZero();
        assertThat(view(order).at("/balance/parts/0/state").asString()).isEqualTo("paid");
        assertThat(owner.get(OPEN_ITEMS).json().at("/items")).isEmpty();
    }

    @Test
    void whoIsDeniedHearsWhyAndCanPayOtherwise() {
        var order = asked();
        assertThat(decide(order, Map.of("decision", "deny")).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/reason");

        decide(order, Map.of("decision", "deny", "reason", "We do not know you"))
                .expect(200);

        eventually("told", () -> !mails("cannot be paid by invoice").isEmpty());
        assertThat(mails("cannot be paid by invoice").getFirst().text()).contains("We do not know you");
        assertThat(page(order, "en")).contains("We do not know you");
        assertThat(anybody.post(
                                PATH + "/orders/" + order.text("/code") + "/payment?secret=" + order.text("/secret"),
                                "{}")
                        .expect(200)
                        .text("/url"))
                .isNotEmpty();
        assertThat(decide(order, Map.of("decision", "maybe")).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/decision");
    }

    @Test
    void whereStaffDoNotDecideAnInstitutionIsCertainAtOnce() {
        owner.put(PATH + "/payment-ways", "{\"card\": true, \"invoice\": true, \"invoice_approval\": false}")
                .expect(200);

        var order = asked("en");

        assertThat(view(order).at("/status").asString()).isEqualTo("confirmed");
        assertThat(view(order).at("/invoice/status").asString()).isEqualTo("granted");
        assertThat(open(order)).isEqualTo("238.00");
        assertThat(owner.get(PATH + "/statistics").expect(200).text("/registrations/taken/amount"))
                .as("nothing has come yet")
                .isEqualTo("0.00");
        eventually("confirmed by mail", () -> !mails("Your registration for").isEmpty());
        assertThat(mails("You asked to pay")).isEmpty();
        assertThat(decide(order, Map.of("decision", "grant")).expect(409).text("/type"))
                .contains("not_awaiting");
    }

    @Test
    void oneOfTwoIsCancelledBeforeAnythingIsPaid() {
        var order = granted();
        var fee = view(order).at("/lines/1/id").asString();

        cancel(order, Map.of("lines", List.of(fee))).expect(200);

        assertThat(open(order)).isEqualTo("119.00");
        assertThat(balance("receivables")).isEqualTo(119_00);
        assertThat(page(order, "en")).contains("Cancelled and credited");

        cancel(order, Map.of()).expect(200);

        assertThat(view(order).at("/status").asString()).isEqualTo("cancelled");
        assertThat(balance("receivables")).isZero();
        assertThat(balance(null)).isZero();
        assertThat(returned()).isZero();
        assertThat(view(order).at("/documents").size()).isEqualTo(3);
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoDoesNotPayIsRemindedOnceEachTimeAndReleasedAfterTheGrace() {
        var order = granted();
        assertThat(remind()).isZero();
        dueIn(5);
        assertThat(remind()).isZero();
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE orders SET confirmed_at = confirmed_at - interval '5 days'")
                        .update());
        assertThat(remind()).isOne();
        assertThat(remind()).isZero();
        eventually("soon", () -> mails("is due soon").size() == 1);

        dueIn(-4);
        assertThat(remind()).as("that is done with the invoice").isZero();
        assertThat(page(order, "en")).contains("Overdue", "is overdue. Please pay it now");
        assertThat(release()).isZero();

        owner.put(PATH + "/payment-ways", "{\"card\": true, \"release_after_days\": 10}")
                .expect(200);
        assertThat(release()).isZero();
        owner.put(PATH + "/orders/" + order.text("/code") + "/parts/0", Map.of("due_on", "2026-01-01"))
                .expect(422);
        owner.put(PATH + "/orders/" + order.text("/code") + "/parts/0", Map.of("due_on", "2027-02-03"))
                .expect(200);
        assertThat(view(order).at("/documents/0/due_on").asString()).isEqualTo("2027-02-03");
        eventually("told of the day", () -> !mails("is due on another day").isEmpty());
        assertThat(mails("is due on another day").getFirst().text()).contains("€238.00", "3 Feb 2027");
        dueIn(-12);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE delegate SET email = :email WHERE name = 'Bo'")
                        .param("email", "bo-" + email)
                        .update());
        assertThat(release()).isOne();
        assertThat(release()).isZero();

        assertThat(view(order).at("/status").asString()).isEqualTo("cancelled");
        assertThat(balance("receivables")).isZero();
        eventually("told", () -> !mails("cancelled").isEmpty());
        assertThat(mails("cancelled").getFirst().text()).contains("It was not paid in time");
        eventually("the delegates are told", () -> !inbox().mails("bo-" + email).isEmpty());
        assertThat(used("fee:regular")).isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsWrittenOffIsNotAskedForAnyMoreAndTakenWhenItComes() {
        var order = granted();
        statement(order, "230.00");
        owner.post(
                        "/api/v1/billing/open-items/" + order.text("/code") + "/write-offs",
                        Map.of("key", UUID.randomUUID(), "reason", "fees of the bank"))
                .expect(201);
        assertThat(open(order)).isEqualTo("0.00");
        assertThat(view(order).at("/balance/written_off/amount").asString()).isEqualTo("8.00");
        assertThat(page(order, "en")).contains("Not asked for any more");
        owner.put(PATH + "/payment-ways", "{\"card\": true, \"release_after_days\": 10}")
                .expect(200);
        dueIn(-12);
        assertThat(release()).isZero();
        assertThat(remind()).isZero();

        statement(order, "8.00");

        assertThat(view(order).at("/balance/written_off/amount").asString()).isEqualTo("0.00");
        assertThat(balance("receivables")).isZero();
        assertThat(balance("bad_debt")).isZero();
    }

    @Test
    void staffDecideAndGiveTimeOnThePageOfTheBalance() {
        var order = asked("zh-CN");
        var staff = new DeskFixture(tenant, owner.port(), accounts);
        var path = "/manage/conferences/conf27/orders/" + order.text("/code") + "/balance";
        assertThat(staff.open("/manage/conferences/conf27/orders?paying=asked&lang=en")
                        .body())
                .contains(order.text("/code"));
        assertThat(staff.submit(staff.open(path), path + "/decision", Map.of("decision", "deny", "reason", " "))
                        .status())
                .isEqualTo(422);

        var granted = staff.submit(staff.open(path), path + "/decision", Map.of("decision", "grant"));
        assertThat(granted.body()).contains("Payment by invoice is granted", "Still to pay");
        var late = Map.of("position", "0", "due_on", "2027-05-20");
        assertThat(staff.submit(staff.open(path), path + "/day", late).body()).contains("Choose a day after today");
        staff.submit(staff.open(path), path + "/day", Map.of("position", "0", "due_on", "2027-02-03"));
        assertThat(view(order).at("/balance/parts/0/due_on").asString()).isEqualTo("2027-02-03");
        eventually("told of the day", () -> !mails("付款期限已变更").isEmpty());
        assertThat(mails("付款期限已变更").getFirst().text()).contains("2027年2月3日");
        assertThat(staff.submit(staff.open(path), path + "/release", Map.of()).body())
                .contains("its places are free again");
        assertThat(view(order).at("/status").asString()).isEqualTo("cancelled");
    }

    private int remind() {
        return Tenancy.callAs(tenant, reminders::remind);
    }

    private int release() {
        return Tenancy.callAs(tenant, releasing::release);
    }

    private void dueIn(int days) {
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE order_due SET due_on = (now() AT TIME ZONE 'Europe/Berlin')::date + :days")
                        .param("days", days)
                        .update());
    }

    private Http.Answer granted() {
        var order = asked();
        decide(order, Map.of("decision", "grant")).expect(200);
        return order;
    }

    private Http.Answer asked() {
        return asked("en");
    }

    private Http.Answer asked(String locale) {
        var contact = new LinkedHashMap<String, Object>();
        contact.put("name", "Ada Lovelace");
        contact.put("email", email);
        contact.put("country", "DE");
        contact.put("organization", "University of Looms");
        contact.put("address", Map.of("street", "Weaver Street 1", "postal_code", "10115", "city", "Berlin"));
        return anybody.post(PATH + "/orders", cart(contact, locale)).expect(201);
    }

    private Map<String, Object> cart(Map<String, Object> contact, String locale) {
        return Map.of(
                "contact",
                contact,
                "delegates",
                List.of(
                        Map.of("fee", "regular", "answers", Map.of("name", "Ada Lovelace")),
                        Map.of("fee", "regular", "answers", Map.of("name", "Bo"))),
                "locale",
                locale,
                "pay_by",
                "invoice");
    }

    private Http.Answer decide(Http.Answer order, Map<String, ?> decision) {
        return owner.post(PATH + "/orders/" + order.text("/code") + "/invoice-decision", decision);
    }

    private String open(Http.Answer order) {
        return view(order).at("/balance/open/amount").asString();
    }

    private List<Inbox.Mail> mails(String subject) {
        return inbox().mails(email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }

    /** A transfer that the bank's statement has. */
    private void statement(Http.Answer order, String amount) {
        var staff = new DeskFixture(tenant, owner.port(), accounts);
        var file = BankStatementIT.camt(BankStatementIT.entry(
                "S" + amount, amount, "CRDT", "University", CreditorReference.of(order.text("/code"))));
        var path = staff.upload(
                        staff.open(BANK + "?lang=en"),
                        BANK + "/statements",
                        "x.xml",
                        file.getBytes(StandardCharsets.UTF_8))
                .address()
                .getPath();
        eventually("worked off", () -> staff.open(path + "?lang=en").body().contains("Lines: 1. New: 1, of which 1"));
    }
}
