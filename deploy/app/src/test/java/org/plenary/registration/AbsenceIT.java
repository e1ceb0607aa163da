package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.DeskFixture.link;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

class AbsenceIT extends PlenaryIT {
    private static final String LIST = "/manage/conferences/conf27/absences";

    @Autowired
    private Accounts accounts;

    private Http owner;
    private DeskFixture desk;
    private Http.Answer order;
    private String own;

    @BeforeEach
    void somebodyIsRegistered() {
        Tenant tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);
        desk = new DeskFixture(tenant, owner.port(), accounts);
        order = anonymous(tenant)
                .post(PATH + "/orders", cart("free", Map.of("name", "Ada Lovelace")))
                .expect(201);
        own = "/c/conf27/orders/" + order.text("/code") + "/absence";
    }

    @Test
    void delegatesSayThatTheyCannotAttendAndStaffVerifyIt() {
        var page = desk.open(own + "?lang=en&secret=" + order.text("/secret"));
        assertThat(page.body()).contains("Tue 11 May 2027");
        assertThat(say(page, Map.of("days", "2027-05-11", "reason", "")).status())
                .isEqualTo(422);
        assertThat(say(page, Map.of("days", "2027-06-11", "reason", "Ill")).body())
                .contains("These are not days of the conference.", ">Ill<");
        assertThat(say(page, Map.of("days", "2027-05-11", "reason", "My defence"))
                        .status())
                .isEqualTo(200);

        var list = desk.open(LIST);
        assertThat(list.body()).contains("Ada Lovelace", "My defence", "Tue 11 May 2027", "To be verified");
        var verified = desk.submit(list, link(list, "/verification"), Map.of());
        assertThat(verified.body()).contains("Verified by Mona Müller");
        assertThat(desk.open(LIST + ".csv").body())
                .contains("\"Ada Lovelace\",\"GB\",\"free\"", "\"2027-05-11\",\"My defence\",\"Mona Müller\"");
        assertThat(desk.open(LIST + ".pdf").body()).startsWith("%PDF");
        assertThat(desk.open(LIST + "?lang=zh-CN").body()).contains("请假名单", "Mona Müller 已核实");

        say(desk.open(own + "?lang=en&secret=" + order.text("/secret")), Map.of("reason", "Ill, all days"));
        var again = desk.open(LIST).body();
        assertThat(again).contains("All days", "To be verified").doesNotContain("My defence");
        say(page, Map.of("withdrawn", "true"));
        assertThat(desk.open(LIST).body()).contains("Nobody is absent");
    }

    @Test
    void staffRecordAnAbsenceThatIsVerifiedByThat() {
        var address = "/manage/conferences/conf27/delegates/" + order.text("/delegates/0/id") + "/absence";
        var page = desk.open(address);

        assertThat(desk.submit(page, address, Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(desk.submit(page, address, Map.of("reason", "Called in ill")).body())
                .contains("Called in ill", "Verified by Mona Müller");

        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", "{}")
                .expect(200);
        assertThat(desk.open(LIST).body()).contains("Nobody is absent");
        assertThat(desk.submit(page, address, Map.of("reason", "again")).status())
                .isEqualTo(404);
    }

    @Test
    void nobodySpeaksForTheDelegatesOfAnotherOrder() {
        assertThat(desk.open(own).status()).isEqualTo(404);
        assertThat(desk.open(own + "?secret=guessed").status()).isEqualTo(404);
        var stranger = "00000000-0000-7000-8000-000000000000";
        assertThat(desk.open(own + "?secret=" + order.text("/secret") + "&delegate=" + stranger)
                        .status())
                .isEqualTo(404);
    }

    private Browser.View say(Browser.View page, Map<String, String> fields) {
        var all = new java.util.TreeMap<>(fields);
        all.put("secret", order.text("/secret"));
        all.put("delegate", order.text("/delegates/0/id"));
        return desk.submit(page, own, all);
    }
}
