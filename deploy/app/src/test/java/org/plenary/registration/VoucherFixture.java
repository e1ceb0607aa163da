package org.plenary.registration;

import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;

/** Vouchers for a fee of which there are five places, and for one without a limit. */
abstract class VoucherFixture extends StockFixture {
    @BeforeEach
    void twoFees() {
        aFee(owner, "regular", "100.00", 5);
        aFee(owner, "student", "40.00", null);
        publish(owner);
    }

    void voucher(String body) {
        owner.post(PATH + "/vouchers", body).expect(201);
    }

    int left(int fee) {
        return owner.get(PATH + "/availability")
                .json()
                .at("/fees/" + fee + "/left")
                .asInt(-1);
    }

    Http.Answer order(String fee, String email, String code) {
        var cart = new LinkedHashMap<String, Object>(cart(fee, Map.of("name", "Ada")));
        cart.put("contact", Map.of("name", "Ada", "email", email, "country", "GB"));
        if (code != null) cart.put("code", code);
        return anonymous(tenant).post(PATH + "/orders", cart);
    }
}
