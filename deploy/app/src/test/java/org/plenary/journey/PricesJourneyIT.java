package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;
import org.plenary.registration.order.PriceKeeping;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cut-off date, vouchers and quotas from the organizer's forms to the delegate who sees their effect, in a browser. */
class PricesJourneyIT extends RobotsJourney {
    @Autowired
    private PriceKeeping prices;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aConference() {
        robots("2027-08-09", "2027-08-14", NAME_ONLY);
        for (var fee : List.of("Regular 480.00 正式代表", "Student 190.00 学生")) {
            var parts = fee.split(" ");
            api.post(API + "/fees", """
                    {"key": "%s", "name": {"en": "%s", "zh-CN": "%s"}, "tax_rate": "19", "reverse_charge": true,
                     "category": {"en": "Delegates", "zh-CN": "代表"}, "capacity": 300, "on_site": {"amount": "550.00",
                     "currency": "EUR"}, "prices": [{"amount": {"amount": "%s", "currency": "EUR"}}]}""".formatted(
                                    parts[0].toLowerCase(java.util.Locale.ROOT), parts[0], parts[2], parts[1]))
                    .expect(201);
        }
        publish();
    }

    @Test
    void anOrganizerSetsPricesAndADelegateSeesThem() {
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        owner.open(manage + "/settings").fill("expected_attendance", "1000").submit();
        owner.goBy("button[name='cut_off.use']").sees("The settings are saved.");
        owner.fill("cut_off.on", "2027-06-09")
                .check("cut_off.decoupled", "true")
                .submit();
        owner.sees("unusual for the expected attendance").sees("are decoupled").shoot("40-cut-off");
        owner.press("#cut-off legend").shoot("40-cut-off-fields");

        owner.open(manage + "/quotas/new").shoot("41-quota-form");
        owner.fill("name.en", "Great hall", "name.zh-CN", "大会堂", "key", "hall", "size", "12");
        owner.check("everybody", "true").submit().sees("0 of 12 taken").shoot("42-quotas");

        owner.open(manage + "/vouchers").sees("No vouchers").shoot("43-vouchers-none");
        owner.open(manage + "/vouchers/new").fill("effect", "percent").submit();
        owner.sees("A percentage above 0").shoot("44-voucher-refused");
        owner.fill("percent", "25", "code", "PARTNER27", "uses", "10", "label", "Alpine Robotics")
                .submit();
        owner.sees("One voucher was made.");
        api.post(
                        API + "/vouchers",
                        "{\"count\": 3, \"prefix\": \"VIP\", \"effect\": \"free\", \"uses\": 1,"
                                + " \"fees\": [\"regular\"], \"reserves\": true, \"valid_until\": \"2027-06-01\"}")
                .expect(201);

        var delegate = browsing.desktop("en-US").open(site + "/c/robots/register");
        delegate.fill("code", "PARTNER").check("delegates.0.fee", "regular").sees("This code is not valid.");
        delegate.fill("code", "partner27").check("delegates.0.fee", "student").sees("Student (voucher PARTNER27)");
        delegate.sees("€142.50").shoot("45-voucher-quoted");

        for (var language : List.of("en", "zh-CN")) {
            var phone = browsing.phone(language).open(site + "/c/robots/register?lang=" + language);
            phone.fill("code", "partner27").check("delegates.0.fee", "regular").sees("€360.00");
            phone.shoot("46-register-phone-" + language);
            var staff = browsing.phone(language);
            organizer.signIn(staff);
            staff.open(manage + "/vouchers?lang=" + language).shoot("47-vouchers-phone-" + language);
            staff.open(manage + "/vouchers/new").shoot("48-voucher-phone-" + language);
            staff.open(manage + "/quotas").shoot("49-quotas-phone-" + language);
            staff.open(manage + "/quotas/hall").shoot("50-quota-phone-" + language);
            staff.open(manage + "/settings").shoot("51-settings-phone-" + language);
            staff.open(manage + "/fees/regular").shoot("52-fee-phone-" + language);
        }
        owner.open(manage + "/vouchers").shoot("53-vouchers");
        owner.open(manage + "/vouchers?lang=zh-CN").shoot("54-vouchers-zh");
        owner.open(manage + "/fees/regular").shoot("55-fee-zh");
        browsing.assertQuiet();
    }

    @Test
    void anOrganizerSellsInAnotherCurrencyAndSaysWhenPricesAreFixed() {
        api.post(
                        API + "/vouchers",
                        "{\"code\": \"PARTNER27\", \"effect\": \"percent\", \"percent\": \"25\", \"uses\": 10}")
                .expect(201);
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        owner.open(manage + "/sales-rules").fill("price_notice_days", "99").submit();
        owner.sees("too small or too large").shoot("56-sales-rules-refused");
        owner.fill("price_notice_days", "7")
                .check("price_rule", "locked_when_paid")
                .submit();
        owner.sees("The sales rules were saved.").shoot("56-sales-rules");

        owner.open(manage + "/currencies").shoot("57-currencies-none");
        owner.fill("currency", "JPY").submit();
        owner.sees("Prices in JPY").fill("prices.0.amount", "75000.5").submit();
        owner.sees("at most 0 decimals").shoot("57-currency-refused");
        owner.fill("prices.0.amount", "75000").submit();
        owner.sees("The prices in JPY were saved.").shoot("57-currencies");

        owner.open(manage + "/vouchers/PARTNER27")
                .fill("uses", "20", "label", "Alpine Robotics")
                .submit();
        owner.sees("The voucher was saved.").sees("Alpine Robotics");

        var delegate = browsing.desktop("en-US").open(site + "/c/robots/register");
        delegate.fill("currency", "JPY").goBy("button[value='currency']");
        delegate.sees("Not offered in JPY").check("delegates.0.fee", "regular").sees("75,000");
        delegate.shoot("58-register-yen");

        for (var language : List.of("en", "zh-CN")) {
            var phone = browsing.phone(language).open(site + "/c/robots/register?currency=JPY&lang=" + language);
            phone.shoot("58-register-yen-phone-" + language);
            var staff = browsing.phone(language);
            organizer.signIn(staff);
            staff.open(manage + "/currencies?lang=" + language).shoot("59-currencies-phone-" + language);
            staff.open(manage + "/currencies/JPY").shoot("59-currency-phone-" + language);
            staff.open(manage + "/sales-rules").shoot("59-sales-rules-phone-" + language);
            staff.open(manage + "/vouchers/PARTNER27").shoot("59-voucher-edit-phone-" + language);
        }
        browsing.assertQuiet();
    }

    @Test
    void aBuyerSeesHowThePriceOfAnUnpaidOrderChanges() {
        api.put(API + "/sales-rules", "{\"donations\": false, \"price_rule\": \"locked_when_paid\"}")
                .expect(200);
        var email = "ada-" + Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + "@example.org";
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        period(today.plusDays(2));
        var order = api.post(
                        API + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada Lovelace", "email", email, "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                                "locale", "zh-CN"))
                .expect(201);
        var page = site + "/c/robots/orders/" + order.text("/code") + "?secret=" + order.text("/secret") + "&lang=";
        sql("UPDATE payment SET status = 'CLOSED'");
        sql("UPDATE orders SET expires_at = now() + interval '9 days', created_at = now() - interval '9 days'");

        Tenancy.runAs(tenant, prices::keep);
        browsing.desktop("en-US")
                .open(page + "en")
                .sees("this order costs €480.00")
                .shoot("60-price-ahead");
        period(today.minusDays(2));
        Tenancy.runAs(tenant, prices::keep);
        sql("UPDATE order_price SET due_at = now() - interval '1 minute'");
        Tenancy.runAs(tenant, prices::keep);

        browsing.desktop("en-US")
                .open(page + "en")
                .sees("€400.00 became €480.00")
                .shoot("60-price-changed");
        browsing.phone("zh-CN").open(page + "zh-CN").sees("价格变更记录").shoot("60-price-changed-phone-zh");
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        owner.open(manage + "/orders/" + order.text("/code"))
                .sees("€400.00 became €480.00")
                .shoot("60-price-manage");
        eventually(
                "told twice before, for the day was moved, and once after",
                () -> inbox().mails(email).size() == 3);
        assertThat(inbox().mails(email))
                .allSatisfy(mail -> assertThat(mail.html())
                        .contains("€400.00")
                        .contains("€480.00")
                        .contains("/orders/" + order.text("/code")));
        browsing.assertQuiet();
    }

    /** The last day on which taking part costs 400. */
    private void period(LocalDate until) {
        api.put(API + "/fees/regular", """
                {"key": "regular", "name": "Regular", "tax_rate": "19", "prices": [
                  {"amount": {"amount": "400.00", "currency": "EUR"}, "until": "%s"},
                  {"amount": {"amount": "480.00", "currency": "EUR"}}]}""".formatted(until)).expect(200);
    }

    private void sql(String statement) {
        Tenancy.runAs(tenant, () -> jdbc.sql(statement).update());
    }
}
