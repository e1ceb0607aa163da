package org.plenary.billing.dues;

import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.Books;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Orders of institutions that have an invoice and no payment yet. */
abstract class OwedFixture extends PlenaryIT {
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final String PASSWORD = "looms-weave-algebra";
    static final String UNIVERSITY = "Universität 北京 & Söhne";

    @Autowired
    private Invoices invoices;

    @Autowired
    private DeskPayments desk;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Tenant tenant;
    Http owner;
    String email;
    private @Nullable Browser browser;

    /** @param code its reference @param subject its id */
    record Owed(String code, String secret, UUID subject, UUID conference) {}

    @BeforeEach
    void aConferenceThatSells() {
        browser = null;
        tenant = aTenant();
        owner = owner(tenant);
        email = "pays-" + tenant.slug() + "@example.org";
        aConference(owner);
        aFee(owner, "regular", "119.00", 100);
        publish(owner);
    }

    @AfterEach
    void theBooksBalance() {
        if (balance(null) != 0) throw new AssertionError("the ledger does not sum to zero");
    }

    Owed owed(@Nullable LocalDate due) {
        var placed = anonymous(tenant)
                .post(PATH + "/orders", """
                {"contact": {"name": "Ada", "email": "%s", "country": "DE", "organization": "%s"},
                 "delegates": [{"fee": "regular", "answers": {"name": "Ada"}}]}""".formatted(email, UNIVERSITY))
                .expect(201);
        var code = placed.text("/code");
        var row = bound(() -> jdbc.sql("select id, conference_id from orders where code = ?")
                .param(code)
                .query((found, n) -> new Owed(
                        code,
                        placed.text("/secret"),
                        found.getObject("id", UUID.class),
                        found.getObject("conference_id", UUID.class)))
                .single());
        var fee = Money.parse("EUR 119.00");
        var account =
                new Invoices.Account("Society e. V.", "DE02120300000000202051", "BYLADEM1001", null, "RF18" + code);
        inTransaction(() -> invoices.invoice(new Invoices.Issue(
                row.subject(),
                code,
                row.conference(),
                "CONF27",
                List.of(new PaymentRequest.Line("Fee", 1, fee, fee, new BigDecimal("19"))),
                fee,
                new PaymentRequest.Payer(UNIVERSITY + ", Ada", email, "DE", null, null, "4500012345", UNIVERSITY),
                Locale.SIMPLIFIED_CHINESE,
                due == null ? null : new Invoices.Payable(due, TOKYO, account))));
        return row;
    }

    void pay(Owed owed, String amount) {
        inTransaction(() -> desk.take(new DeskPayments.Taking(
                UUID.randomUUID(),
                owed.subject(),
                owed.code(),
                owed.conference(),
                "CONF27",
                DeskPayments.Method.BANK_TRANSFER,
                "statement 7",
                Money.parse("EUR " + amount),
                Money.parse("EUR 0.00"),
                new PaymentRequest.Payer("Ada", email, "DE"),
                Locale.ENGLISH,
                new DeskPayments.Cashier("till", "Till"))));
    }

    /** A page as the owner sees it. */
    Browser.View open(String path) {
        if (browser != null) return browser.open(site() + path);
        browser = new Browser();
        var account = accounts.createOwner("Mona Müller", login(), quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return submit(browser.open(site() + path), "/login", Map.of("email", login(), "password", PASSWORD));
    }

    Browser.View submit(Browser.View page, String path, Map<String, String> fields) {
        return browser.submit(page, path, fields);
    }

    String login() {
        return "owner-" + tenant.slug() + "@example.org";
    }

    String site() {
        return "http://" + tenant.slug() + ".localhost:" + owner.port();
    }

    long balance(@Nullable String account) {
        return bound(() -> Books.balance(jdbc, account));
    }

    <T> T bound(Supplier<T> work) {
        var result = new java.util.concurrent.atomic.AtomicReference<T>();
        Tenancy.runAs(tenant, () -> result.set(work.get()));
        return result.get();
    }

    private void inTransaction(Runnable work) {
        Tenancy.runAs(tenant, () -> transactions.executeWithoutResult(status -> work.run()));
    }
}
