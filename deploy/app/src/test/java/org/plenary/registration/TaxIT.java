package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;

class TaxIT extends PlenaryIT {
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithFeesOfManyTerms() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        fee("gross", "\"tax_rate\": \"19\", \"reverse_charge\": true");
        fee("net", "\"tax_rate\": 19, \"tax_included\": false, \"group_discount\": {\"from\": 3, \"percent\": \"10\"}");
        fee("exempt", "\"tax_rate\": 0, \"zero_tax_reason\": \"Exempt by law\", \"rights\": [\"attend\"]");
        publish(owner);
    }

    @Test
    void taxIsInThePriceOrAddedToIt() {
        assertThat(order(List.of("gross"), null).expect(201).text("/total/amount"))
                .isEqualTo("119.00");
        assertThat(order(List.of("net"), null).expect(201).text("/total/amount"))
                .isEqualTo("141.61");
        assertThat(owner.get(PATH + "/availability")
                        .json()
                        .at("/fees/1/price/amount")
                        .asString())
                .isEqualTo("141.61");
    }

    @Test
    void aGroupPaysLessFromItsSizeOn() {
        assertThat(order(List.of("net", "net"), null).expect(201).text("/total/amount"))
                .isEqualTo("283.22");
        assertThat(order(List.of("net", "net", "net"), null).expect(201).text("/total/amount"))
                .isEqualTo("382.35");
    }

    @Test
    void aBusinessOfAnotherCountryOwesItsTaxAtHome() {
        var abroad = order(List.of("gross"), contact("FR", "FR 40 303 265 045")).expect(201);
        assertThat(abroad.text("/total/amount")).isEqualTo("100.00");
        assertThat(abroad.json().at("/lines/0/tax_rate").asInt(-1)).isZero();
        assertThat(abroad.text("/contact/vat_id")).isEqualTo("FR40303265045");
        assertThat(anonymous(tenant)
                        .get("/c/conf27/orders/" + abroad.text("/code") + "?secret=" + abroad.text("/secret"))
                        .body())
                .contains("Reverse charge: the recipient owes the tax.");
        assertThat(order(List.of("gross"), contact("DE", "DE123456789"))
                        .expect(201)
                        .text("/total/amount"))
                .isEqualTo("119.00");
        assertThat(order(List.of("net"), contact("FR", "FR40303265045"))
                        .expect(201)
                        .text("/total/amount"))
                .isEqualTo("141.61");
        assertThat(order(List.of("gross"), contact("FR", "DE123456789"))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/contact/vat_id");
    }

    @Test
    void aRateIsANumberOrADecimalTextAndNothingElse() {
        var listed = owner.get(PATH + "/fees").json().at("/items");
        assertThat(listed.at("/0/tax_rate").decimalValue()).isEqualByComparingTo("19");
        assertThat(listed.at("/2/rights").toString()).isEqualTo("[\"attend\"]");
        for (var wrong : List.of("\"19%\"", "\"1e3\"", "-1", "100", "true"))
            assertThat(owner.post(PATH + "/fees", body("wrong", "\"tax_rate\": " + wrong))
                            .expect(422)
                            .text("/errors/0/pointer"))
                    .isEqualTo("/tax_rate");
    }

    @Test
    void aGiftIsAddedWithoutTaxWhereGiftsAreTaken() {
        var cart = new LinkedHashMap<String, Object>(cart("gross", Map.of("name", "Ada")));
        cart.put("donation", Map.of("amount", "25.00", "currency", "EUR"));
        assertThat(anonymous(tenant).post(PATH + "/orders", cart).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/donation");
        owner.put(PATH + "/sales-rules", Map.of("donations", true)).expect(200);

        var order = anonymous(tenant).post(PATH + "/orders", cart).expect(201);

        assertThat(order.text("/total/amount")).isEqualTo("144.00");
        assertThat(order.text("/lines/1/kind")).isEqualTo("donation");
        assertThat(order.json().at("/lines/1/tax_rate").asInt(-1)).isZero();
        cart.put("donation", Map.of("amount", "-1.00", "currency", "EUR"));
        assertThat(anonymous(tenant).post(PATH + "/orders", cart).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/donation/amount");
    }

    private void fee(String key, String terms) {
        owner.post(PATH + "/fees", body(key, terms)).expect(201);
    }

    private static String body(String key, String terms) {
        return "{\"key\": \"%s\", \"name\": \"%s\", %s, \"prices\": [{\"amount\": {\"amount\": \"119.00\", \"currency\": \"EUR\"}}]}"
                .formatted(key, key, terms);
    }

    private static Map<String, String> contact(String country, String vatId) {
        return Map.of("name", "Ada", "email", "ada@example.org", "country", country, "vat_id", vatId);
    }

    private Http.Answer order(List<String> fees, Map<String, String> contact) {
        var cart = new LinkedHashMap<String, Object>(cart(fees.getFirst(), Map.of("name", "Ada")));
        var delegates = new ArrayList<Map<String, Object>>();
        fees.forEach(fee -> delegates.add(Map.of("fee", fee, "answers", Map.of("name", "Ada"))));
        cart.put("delegates", delegates);
        if (contact != null) cart.put("contact", contact);
        return anonymous(tenant).post(PATH + "/orders", cart);
    }
}
