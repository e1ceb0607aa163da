package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.Books;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.payments.CreditorReference;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class BankStatementIT extends PlenaryIT {
    private static final String BANK = "/manage/billing/bank";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private StockCheck stockCheck;

    private Tenant tenant;
    private Http owner;
    private DeskFixture staff;

    @BeforeEach
    void aConferenceThatTakesTransfers() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 20);
        aFee(owner, "rare", "50.00", 1);
        publish(owner);
        owner.put(PATH + "/payment-ways", TransferIT.WAYS).expect(200);
        staff = new DeskFixture(tenant, owner.port(), accounts);
    }

    @Test
    void moneyGoesToTheOrdersWhoseReferenceItHasEachLineOnce() {
        var exact = order("regular", "Ada Lovelace");
        var little = order("regular", "Bo Chen");
        var much = order("regular", "Cy Young");
        var late = order("regular", "Di Wu");
        var lost = order("rare", "Ed Sheer");
        expire(late, lost);
        var instead = order("rare", "Flo Rida");
        var file = camt(
                entry("B1", "119.00", "CRDT", "Ada", "Conf27: " + printed(exact).toLowerCase(Locale.ROOT) + " thanks"),
                entry("B2", "100.00", "CRDT", "Bo", reference(little)),
                entry("B3", "150.00", "CRDT", "Cy", "EREF+X SVWZ+" + reference(much)),
                entry("B4", "119.00", "CRDT", "Di", reference(late)),
                entry("B5", "50.00", "CRDT", "Ed", reference(lost)),
                entry("B6", "119.00", "DBIT", "Hotel", reference(little)),
                entry("B7", "20.00", "CRDT", "Nobody", "hello"));

        assertThat(bringIn("one.xml", file)).contains("Lines: 6. New: 6, of which 5");
        assertThat(bringIn("again.xml", file)).contains("Lines: 6. New: 0, of which 0");

        assertThat(status(exact)).isEqualTo("confirmed");
        assertThat(status(late)).isEqualTo("confirmed");
        assertThat(status(much)).isEqualTo("confirmed");
        assertThat(status(lost)).isEqualTo("expired");
        assertThat(status(instead)).isEqualTo("pending");
        assertThat(status(little)).isEqualTo("pending");
        assertThat(owner.get(PATH + "/orders/" + little + "/transfer")
                        .expect(200)
                        .text("/amount/amount"))
                .isEqualTo("19.00");
        var back = staff.open(BANK + "?lang=en&show=return").body();
        assertThat(back).contains("€31.00", "€50.00", "Ed", "Cy");

        var csv = "Buchungstag;Betrag;Auftraggeber;Verwendungszweck\n28.11.2026;19,00;Bo;" + reference(little)
                + "\n28.11.2026;-5,00;Bank;fee\n";
        assertThat(bringInTable(csv)).contains("Lines: 1. New: 1, of which 1");
        assertThat(status(little)).isEqualTo("confirmed");

        var surplus = line("Cy");
        staff.submit(
                staff.open(BANK + "/lines/" + surplus + "?lang=en"), BANK + "/lines/" + surplus + "/return", Map.of());
        Tenancy.runAs(tenant, () -> {
            assertThat(Books.balance(jdbc, null)).isZero();
            assertThat(Books.balance(jdbc, "owed_back")).isEqualTo(-50_00);
            assertThat(Books.balance(jdbc, "bank")).isEqualTo(4 * 119_00 + 50_00);
            assertThat(Books.balance(jdbc, "receivables")).isZero();
            assertThat(stockCheck.differences()).isEmpty();
        });
    }

    @Test
    void moneyWithoutAReferenceIsProposedAssignedUndoneOrSetAside() {
        var code = order("regular", "Ada Lovelace");
        bringIn(
                "one.xml",
                camt(
                        entry("C1", "119.00", "CRDT", "Ada Lovelace", "conference fee"),
                        entry("C2", "7.00", "CRDT", "Grandma", "birthday")));
        assertThat(status(code)).isEqualTo("pending");
        var line = BANK + "/lines/" + line("Ada Lovelace");

        var shown = staff.open(line + "?lang=en");
        assertThat(shown.body()).contains("Assign to " + code);
        staff.submit(shown, line + "/assignment", Map.of("order", code.toLowerCase(Locale.ROOT)));
        assertThat(status(code)).isEqualTo("confirmed");
        assertThat(owner.get(PATH + "/orders/" + code).expect(200).text("/payments/0/paid_with"))
                .contains("REC");

        var decided = staff.open(line + "?lang=en");
        assertThat(staff.submit(decided, line + "/undo", Map.of("reason", " ")).body())
                .contains("required");
        assertThat(decided.body()).contains("Order " + code + " is confirmed by this money");
        assertThat(staff.submit(decided, line + "/undo", Map.of("reason", "It was Bo's"))
                        .body())
                .contains("Order " + code + " keeps its places and owes");
        assertThat(status(code)).isEqualTo("confirmed");
        assertThat(staff.open(line + "?lang=en").body()).contains("To be assigned", "It was Bo");
        var grandma = BANK + "/lines/" + line("Grandma");
        staff.submit(staff.open(grandma + "?lang=en"), grandma + "/aside", Map.of("reason", "private"));
        assertThat(staff.open(BANK + "?lang=en&show=aside").body()).contains("Grandma");
        Tenancy.runAs(tenant, () -> {
            assertThat(Books.balance(jdbc, null)).isZero();
            assertThat(Books.balance(jdbc, "bank")).isZero();
            assertThat(jdbc.sql("select count(*) from audit_entry where action like 'bank-line.%'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        });
    }

    @Test
    void whatIsNoStatementOrReachesOutsideIsRefused() {
        var outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + camt(entry("D1", "1.00", "CRDT", "x", "&e;"));
        for (var wrong : new String[] {outside, "<html/>", "<Document>", "not,even\n"}) {
            var answer = upload("x.xml", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("#f-file");
        }
        assertThat(as(tenant, org.plenary.identity.Permission.CONFERENCE_READ)
                        .get(BANK)
                        .status())
                .isIn(302, 303, 401, 403);
    }

    @Test
    void aThousandLinesAreWorkedOff() {
        var entries = new String[1000];
        for (var i = 0; i < entries.length; i++) entries[i] = entry("M" + i, "1.00", "CRDT", "Payer " + i, "RF00 " + i);

        assertThat(bringIn("many.xml", camt(entries))).contains("Lines: 1,000. New: 1,000, of which 0");
        assertThat(staff.open(BANK + "?lang=en").body())
                .contains("Payer 999", "Older ones")
                .doesNotContain("Payer 3<");
    }

    private String order(String fee, String name) {
        var cart = new LinkedHashMap<>(cart(fee, Map.of("name", name)));
        cart.put("contact", Map.of("name", name, "email", "payer@example.org", "country", "DE"));
        cart.put("pay_by", "bank_transfer");
        return anonymous(tenant).post(PATH + "/orders", cart).expect(201).text("/code");
    }

    private void expire(String... codes) {
        Tenancy.runAs(tenant, () -> {
            for (var code : codes)
                jdbc.sql("update orders set expires_at = now() - interval '1 minute' where code = ?")
                        .param(code)
                        .update();
            assertThat(sweeper.sweep()).isEqualTo(codes.length);
        });
    }

    private String status(String code) {
        return owner.get(PATH + "/orders/" + code).expect(200).text("/status");
    }

    private static String reference(String code) {
        return CreditorReference.of(code);
    }

    private static String printed(String code) {
        return CreditorReference.printed(reference(code));
    }

    private String line(String payer) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select id::text from bank_line where payer = ?")
                        .param(payer)
                        .query(String.class)
                        .single());
    }

    private Browser.View upload(String name, String content) {
        return staff.upload(
                staff.open(BANK + "?lang=en"), BANK + "/statements", name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String bringIn(String name, String content) {
        return finished(upload(name, content).address().getPath());
    }

    private String bringInTable(String content) {
        var mapping = upload("x.csv", content);
        var path = mapping.address().getPath();
        assertThat(mapping.body()).contains("Auftraggeber");
        var fields = Map.of(
                "column.0",
                "date",
                "column.1",
                "amount",
                "column.2",
                "payer",
                "column.3",
                "text",
                "dates",
                "dmy",
                "decimal",
                ",",
                "currency",
                "EUR",
                "step",
                "try");
        var tried = staff.submit(mapping, path, fields);
        assertThat(tried.body()).contains("Bring in 1 lines");
        var all = new LinkedHashMap<>(fields);
        all.put("step", "all");
        staff.submit(tried, path, all);
        return finished(path);
    }

    private String finished(String path) {
        eventually(
                "the statement is worked off",
                () -> staff.open(path + "?lang=en").body().contains("Lines: "));
        return staff.open(path + "?lang=en").body();
    }

    static String entry(String id, String amount, String sign, String payer, String text) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-11-26</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls>
                <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>""".formatted(amount, sign, id, payer, text);
    }

    static String camt(String... entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
                <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>%s</Stmt></BkToCstmrStmt></Document>""".formatted(String.join("\n", entries));
    }
}
