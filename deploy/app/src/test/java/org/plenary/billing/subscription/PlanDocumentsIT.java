package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.billing.CardHolder;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

class PlanDocumentsIT extends PlanTests {
    @Autowired
    private PlatformInvoices invoices;

    @Autowired
    private CreditNoteRows notes;

    @Autowired
    private Following following;

    @Test
    void taxIsAddedAtHomeAndReversedForABusinessAbroad() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        assertThat(owner.open("").body()).doesNotContain("before tax");
        owner.livesIn("AT", "");
        assertThat(owner.open("").body()).contains("20% is added");

        owner.subscribe("conference", Subscriber.GOOD);
        pass(tenant, "P15D");

        eventually("taxed", () -> due(tenant).equals("58.80"));
        assertThat(owner.open("").body()).contains("of which").contains("9.80");

        owner.livesIn("DE", "DE 123 456 789");
        assertThat(owner.open("").body()).contains("reverse charge");
        pass(tenant, "P31D");

        eventually("not taxed", () -> due(tenant).equals("49.00"));
        assertThat(newest(tenant).tax().isZero()).isTrue();
    }

    @Test
    void anOperatorTakesBackAPartWithItsTaxAndTheOrganizationSeesIt() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        owner.livesIn("AT", "");
        owner.subscribe("conference", Subscriber.GOOD);
        pass(tenant, "P15D");
        eventually(
                "paid",
                () -> due(tenant).equals("58.80") && newest(tenant).status().equals("paid"));
        var operator = anOperator();
        var pages = "http://localhost:" + platform().port() + "/operator/revenue/" + tenant.slug();
        var path = "/operator/revenue/" + tenant.slug() + "/" + newest(tenant).id();
        assertThat(operator.open(pages).body()).contains(newest(tenant).number(), "Give a credit note");

        var tooMuch = credit(operator, pages, path, "49.01");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.body())
                .contains("more than what is left of the invoice")
                .contains("Sorry");
        assertThat(credit(operator, pages, path, "10.00").body()).contains("The credit note is given", "12.00");
        assertThat(credit(operator, pages, path, "").body()).contains("46.80");
        assertThat(credit(operator, pages, path, "").body()).contains("nothing left of this invoice");

        var seen = owner.open("");
        assertThat(seen.body()).contains("Credit notes", newest(tenant).number() + "-CN-01", "Sorry");
        var note = notes.newest(tenant.id(), 1).getFirst();
        assertThat(CardHolder.look(java.net.URI.create(String.valueOf(note.pdf())))
                        .body())
                .startsWith("%PDF");
        assertThat(audited(tenant)).contains("billing.plan-credited");
        eventually("two mails", () -> mails(owner, "a credit note for your plan") == 2);
        assertThat(inbox().mails(owner.email).stream().map(Inbox.Mail::text))
                .anyMatch(text -> text.contains(newest(tenant).number() + "-CN-01 over EUR 12.00"));
        assertThat(operator.open("http://localhost:" + platform().port()
                                + "/operator/revenue.csv?from=2020-01&to=2040-12")
                        .body()
                        .lines()
                        .filter(line -> line.contains(tenant.slug()))
                        .map(line -> line.split(",")[4].replace("\"", ""))
                        .map(paid -> Money.parse("EUR " + paid))
                        .reduce(Money.parse("EUR 0"), Money::plus)
                        .isZero())
                .isTrue();
    }

    @Test
    void whatIsPaidForASecondSubscriptionGoesBackAndTheFirstGoesOn() {
        var tenant = aTenant();
        rows.nextAttempt(tenant.id());
        jdbc.sql("update control.subscription set trial_used = true where tenant_id = ?")
                .param(tenant.id().value())
                .update();
        var first = Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("conference")));
        // as if two had asked at the same moment: the first page is not known when the second is opened
        rows.session(tenant.id(), null);
        var second = Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("conference")));
        assertThat(CardHolder.pay(first, CardHolder.GOOD).statusCode()).isEqualTo(303);
        eventually("first", () -> rows.of(tenant.id()).isAlive());
        var kept = String.valueOf(rows.of(tenant.id()).subscription());

        assertThat(CardHolder.pay(second, CardHolder.GOOD).statusCode()).isEqualTo(303);

        eventually("given back", () -> notes.newest(tenant.id(), 5).size() == 1);
        var note = notes.newest(tenant.id(), 5).getFirst();
        assertThat(note.total()).isEqualTo(Money.parse("EUR 49.00"));
        assertThat(rows.of(tenant.id()).subscription()).isEqualTo(kept);
        assertThat(following.look("customer.subscription.updated", kept)).isEqualTo("subscription");
        assertThat(notes.newest(tenant.id(), 5)).hasSize(1);
    }

    private static Browser.View credit(Browser operator, String pages, String path, String amount) {
        var form = operator.open(pages + path.substring(path.lastIndexOf('/')));
        return operator.submit(
                form,
                path,
                Map.of(
                        "amount", amount,
                        "reason", "order_change",
                        "to", "card",
                        "memo", "Sorry",
                        "key", java.util.UUID.randomUUID().toString()));
    }

    private PlatformInvoices.Row newest(Tenant tenant) {
        return invoices.newest(tenant.id(), 1).getFirst();
    }

    private String due(Tenant tenant) {
        return invoices.newest(tenant.id(), 1).stream()
                .findFirst()
                .map(one -> one.due().getAmount().toPlainString())
                .orElse("");
    }
}
