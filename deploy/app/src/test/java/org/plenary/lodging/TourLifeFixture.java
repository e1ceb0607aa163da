package org.plenary.lodging;

import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference with tours, and people who order and pay them. */
abstract class TourLifeFixture extends PlenaryIT {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    static final String TOUR = PATH + "/tours/harbour";
    static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    StockCheck stockCheck;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Tenant tenant;
    Http owner;
    Http delegate;
    String organizer;

    @BeforeEach
    void aConferenceWithAnOwner() {
        tenant = aTenant();
        owner = owner(tenant);
        delegate = anonymous(tenant);
        organizer = "mona-" + tenant.slug() + "@example.org";
        var account = accounts.createOwner("Mona", organizer, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
    }

    int orders;

    String buyer(int number) {
        return "buyer-" + number + "-" + tenant.slug() + "@example.org";
    }

    void aTour(String price, int capacity, String details) {
        owner.post(PATH + "/tours", tour("harbour", price, capacity, details)).expect(201);
    }

    void change(String price, int capacity, String details) {
        owner.put(TOUR, tour("harbour", price, capacity, details)).expect(200);
    }

    /** @param details empty for saying nothing of them */
    static String tour(String key, String price, int capacity, String details) {
        return """
                {"key": "%s", "name": {"en": "Harbour cruise", "zh-CN": "海港游船"}, "meeting_point": "Pier 7",
                 "starts_at": "2027-05-11T18:00:00+02:00", "price": {"amount": "%s", "currency": "EUR"},
                 "tax_rate": 7, "capacity": %d%s}""".formatted(key, price, capacity, details.isEmpty() ? "" : ", \"details\": {" + details + "}");
    }

    Http.Answer order(int quantity) {
        return ordered(Map.of("tour", "harbour", "quantity", quantity));
    }

    Http.Answer order(List<Map<String, String>> guests) {
        return ordered(Map.of("tour", "harbour", "quantity", guests.size(), "guests", guests));
    }

    Http.Answer ordered(Map<String, Object> wish) {
        return delegate.post(
                PATH + "/orders",
                Map.of(
                        "contact",
                        Map.of("name", "Ada", "email", buyer(++orders), "country", "GB"),
                        "delegates",
                        List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                        "tours",
                        List.of(wish)));
    }

    long minor(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(Long.class).single());
    }
}
