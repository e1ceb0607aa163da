package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.hotel;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.dev.CardPage;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** A conference in euros that is sold in yen too, and for a part in dinars of three decimals. */
class CurrenciesIT extends PlenaryIT {
    @Autowired
    private StockCheck stockCheck;

    private Tenant tenant;
    private Http owner;
    private Http anybody;
    private String room;

    @BeforeEach
    void threeCurrencies() {
        tenant = aTenant();
        owner = owner(tenant);
        anybody = anonymous(tenant);
        aConference(owner);
        aFee(owner, "regular", "100.00", null);
        aFee(owner, "student", "40.00", null);
        aFee(owner, "guest", "0.00", null);
        aHotel(owner, 10);
        aTour(owner, "harbour", "30.00", 20);
        publish(owner);
        room = hotel(owner);
        prices(
                "JPY",
                "fee:regular:last",
                "16000",
                "option:dinner:yes",
                "13000",
                "room:" + room + "/single",
                "15000",
                "tour:harbour",
                "5000");
        prices("KWD", "fee:regular:last", "33.250");
    }

    @AfterEach
    void theCountersAgreeWithTheRows() {
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void everythingInAnOrderIsInTheCurrencyThatItsBuyerChose() {
        var order = order("JPY", everything()).expect(201).json();

        assertThat(order.at("/total/currency").asString()).isEqualTo("JPY");
        // the fee, the dinner, two nights and two places
        assertThat(order.at("/total/amount").asString()).isEqualTo("69000");
        for (var line : order.at("/lines")) {
            assertThat(line.at("/total/currency").asString()).isEqualTo("JPY");
            assertThat(line.at("/unit_price/currency").asString()).isEqualTo("JPY");
        }
        assertThat(order("KWD", cart("regular", Map.of("name", "Ada")))
                        .expect(201)
                        .text("/total/amount"))
                .isEqualTo("33.250");
        assertThat(order(null, cart("regular", Map.of("name", "Ada")))
                        .expect(201)
                        .text("/total/currency"))
                .isEqualTo("EUR");
        assertThat(order("KWD", cart("guest", Map.of("name", "Ada")))
                        .expect(201)
                        .text("/status"))
                .isEqualTo("confirmed");
    }

    @Test
    void whatHasNoPriceInTheCurrencyIsNotOfferedInItAndSaysSo() {
        var refused = order("KWD", everything()).expect(422).json().at("/errors");
        var pointers = new ArrayList<String>();
        for (var each : refused) {
            assertThat(each.at("/code").asString()).isEqualTo("not_in_currency");
            pointers.add(each.at("/pointer").asString());
        }
        assertThat(pointers).containsExactlyInAnyOrder("/delegates/0/answers/dinner", "/rooms/0", "/tours/0");
        assertThat(order("KWD", cart("student", Map.of("name", "Ada")))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/delegates/0/fee");
        assertThat(order("USD", cart("regular", Map.of("name", "Ada")))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/currency");

        var now = anybody.get(PATH + "/availability?currency=KWD").expect(200).json();
        assertThat(now.at("/currencies").toString()).isEqualTo("[\"EUR\",\"JPY\",\"KWD\"]");
        assertThat(now.at("/fees/0/price/amount").asString()).isEqualTo("33.250");
        assertThat(now.at("/fees/1/in_currency").asBoolean()).isFalse();
        assertThat(now.at("/tours").isEmpty()).isTrue();
        anybody.get(PATH + "/availability?currency=USD").expect(422);
        var page = anybody.get("/c/conf27/register?currency=KWD&lang=en").expect(200);
        assertThat(page.body())
                .contains("Not offered in KWD: Dinner: Yes; Grand, Single; Tour harbour")
                .contains("33.250");
    }

    @Test
    void aPaymentItsInvoiceTheBooksAndTheRefundAreInTheOrdersCurrency() {
        var order = order("JPY", cart("regular", Map.of("name", "Ada"))).expect(201);
        var path = PATH + "/orders/" + order.text("/code");
        eventually(
                "a payment page opens",
                () -> anybody.post(path + "/payment?secret=" + order.text("/secret"), "{}")
                                .status()
                        == 200);
        var url = anybody.post(path + "/payment?secret=" + order.text("/secret"), "{}")
                .expect(200)
                .text("/url");
        CardPage.open(url).pay("4242424242424242");

        eventually("it is confirmed", () -> owner.get(path).text("/status").equals("confirmed"));
        var paid = owner.get(path).json();
        assertThat(paid.at("/payments/0/amount/amount").asString()).isEqualTo("16000");
        assertThat(paid.at("/documents/0/total/currency").asString()).isEqualTo("JPY");
        owner.post(path + "/cancellation", "{\"refund\": {\"amount\": \"6000\", \"currency\": \"JPY\"}}")
                .expect(200);
        eventually(
                "the money is back",
                () -> owner.get(path).text("/refunded/amount").equals("6000"));
        var booked = owner.get("/api/v1/billing/ledger").expect(200).body();
        assertThat(booked).contains("16000").contains("6000").contains("JPY");
        var numbers = owner.get(PATH + "/statistics").expect(200).json().at("/registrations");
        assertThat(numbers.at("/taken/currency").asString()).isEqualTo("EUR");
        assertThat(numbers.at("/taken_in_others/0/amount").asString()).isEqualTo("10000");
    }

    @Test
    void whatACardPaysIsExactInACurrencyOfThreeDecimalsAndOfNone() {
        owner.post(PATH + "/vouchers", "{\"code\": \"LESS\", \"effect\": \"percent\", \"percent\": 10}")
                .expect(201);
        // ten percent less than 33.250 is 29.925, and no card is charged a thousandth
        assertThat(paid(order("KWD", withCode("LESS")).expect(201), "KWD", "29.930"))
                .isEqualTo("29.930");
        assertThat(paid(order("JPY", withCode("LESS")).expect(201), "JPY", "14400"))
                .isEqualTo("14400");
        owner.put(PATH + "/currencies/KWD", """
                        {"prices": [{"item": "fee:regular:last", "amount": {"amount": "33.255", "currency": "KWD"}}]}""").expect(422);
        assertThat(owner.get("/api/v1/billing/ledger").expect(200).body()).contains("29.930", "14400");
    }

    /** Pays by card, has it given back to the card, and tells what was taken. */
    private String paid(Http.Answer order, String currency, String total) {
        var path = PATH + "/orders/" + order.text("/code");
        assertThat(order.text("/total/amount")).isEqualTo(total);
        eventually("the price is paid", () -> {
            var page = anybody.post(path + "/payment?secret=" + order.text("/secret"), "{}");
            if (page.status() != 200) return false;
            CardPage.open(page.text("/url")).pay("4242424242424242");
            return true;
        });
        eventually("it is confirmed", () -> owner.get(path).text("/status").equals("confirmed"));
        var paid = owner.get(path).json();
        assertThat(paid.at("/payments/0/amount/currency").asString()).isEqualTo(currency);
        owner.post(path + "/cancellation", Map.of("refund", Map.of("amount", total, "currency", currency)))
                .expect(200);
        eventually("it is back", () -> owner.get(path).text("/refunded/amount").equals(total));
        return paid.at("/payments/0/amount/amount").asString();
    }

    @Test
    void aVoucherOfAFixedAmountIsForTheCurrenciesThatItHasAnAmountIn() {
        owner.post(PATH + "/vouchers", """
                        {"code": "LESS", "effect": "amount", "amount": {"amount": "10.00", "currency": "EUR"},
                         "amounts": [{"amount": "1500", "currency": "JPY"}]}""").expect(201);

        assertThat(order("JPY", withCode("LESS")).expect(201).text("/total/amount"))
                .isEqualTo("14500");
        assertThat(order(null, withCode("LESS")).expect(201).text("/total/amount"))
                .isEqualTo("90.00");
        assertThat(order("KWD", withCode("LESS")).expect(422).text("/errors/0/code"))
                .isEqualTo("voucher_not_in_currency");
        var voucher = owner.get(PATH + "/vouchers/LESS").expect(200).json();
        assertThat(voucher.at("/used").asInt()).isEqualTo(2);
        assertThat(voucher.at("/given/amount").asString()).isEqualTo("10.00");
        assertThat(voucher.at("/in_other_currencies/0/given/amount").asString()).isEqualTo("1500");
        assertThat(owner.get(PATH + "/vouchers?format=csv").status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongInAPriceListIsNamed() {
        var wrong = owner.put(PATH + "/currencies/USD", """
                        {"prices": [{"item": "fee:nothing:last", "amount": {"amount": "1.00", "currency": "USD"}},
                         {"item": "tour:harbour", "amount": {"amount": "1.00", "currency": "EUR"}},
                         {"item": "tour:harbour", "amount": {"amount": "-1.00", "currency": "USD"}}]}""").expect(422).json().at("/errors");

        assertThat(wrong.at("/0/pointer").asString()).isEqualTo("/prices/0/item");
        assertThat(wrong.at("/1/pointer").asString()).isEqualTo("/prices/1/amount/currency");
        assertThat(wrong.at("/2/pointer").asString()).isEqualTo("/prices/2/amount");
        owner.put(PATH + "/currencies/EUR", "{\"prices\": []}").expect(422);
        owner.put(PATH + "/currencies/XXX", "{\"prices\": []}").expect(422);
        owner.delete(PATH + "/currencies/KWD").expect(204);
        assertThat(order("KWD", cart("regular", Map.of("name", "Ada"))).status())
                .isEqualTo(422);
    }

    private void prices(String currency, String... itemsAndAmounts) {
        var prices = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < itemsAndAmounts.length; i += 2)
            prices.add(Map.of(
                    "item",
                    itemsAndAmounts[i],
                    "amount",
                    Map.of("amount", itemsAndAmounts[i + 1], "currency", currency)));
        owner.put(PATH + "/currencies/" + currency, Map.of("prices", prices)).expect(200);
    }

    private Map<String, Object> everything() {
        var cart = new LinkedHashMap<>(cart("regular", room, "2027-05-10", "2027-05-12", "harbour", 2));
        cart.put("delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada", "dinner", "yes"))));
        return cart;
    }

    private static Map<String, Object> withCode(String code) {
        var cart = new LinkedHashMap<>(cart("regular", Map.of("name", "Ada")));
        cart.put("code", code);
        return cart;
    }

    private Http.Answer order(String currency, Map<String, Object> cart) {
        var chosen = new LinkedHashMap<>(cart);
        if (currency != null) chosen.put("currency", currency);
        return anybody.post(PATH + "/orders", chosen);
    }
}
