package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Permission;
import org.plenary.registration.privacy.Tidying;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of the staff saw whose data. */
class AccessLogIT extends PlenaryIT {
    private static final String LOG = "/manage/access-log";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tidying tidying;

    private Tenant tenant;
    private Http owner;
    private DeskFixture desk;
    private String delegate;

    @BeforeEach
    void twoDelegates() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);
        desk = new DeskFixture(tenant, owner.port(), accounts);
        for (var name : List.of("Ada", "Grace"))
            delegate = anonymous(tenant)
                    .post(PATH + "/orders", cart("free", Map.of("name", name)))
                    .expect(201)
                    .text("/delegates/0/id");
    }

    @Test
    void everyWayInWhichStaffSeePeopleIsOneRowOfTheLog() {
        var manage = "/manage/conferences/conf27/";
        desk.open(manage + "delegates?q=grace&lang=en");
        desk.open(manage + "delegates/" + delegate);
        desk.open(manage + "delegates/export?as=csv");
        desk.open(manage + "history?email=ada@example.org");
        owner.get(PATH + "/delegates?status=confirmed").expect(200);
        owner.with("Accept", "text/csv").get(PATH + "/delegates").expect(200);
        owner.get(PATH + "/rooming-list").expect(200);

        assertThat(rows())
                .containsExactly(
                        "page delegates 1 q=grace&sort=-registered_at",
                        "page delegate 1 ",
                        "export delegates 2 sort=-registered_at",
                        "page history 1 email=ada@example.org",
                        "api delegates 2 status=confirmed",
                        "export delegates 2 ",
                        "api rooming-list 0 ");
        assertThat(desk.open(LOG + "?lang=en").body())
                .contains("Mona", "List of delegates", "Page of a delegate", "q=grace", "By the API");
        assertThat(desk.open(LOG + "?lang=zh-CN").body()).contains("访问日志", "通过 API");
        var narrowed = desk.open(LOG + "?lang=en&way=export&from=2020-01-01&conference=conf27");
        assertThat(narrowed.body()).contains("As a file").doesNotContain("Page of a delegate");
        var wrong = desk.open(LOG + "?lang=en&from=never");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("never").doesNotContain("List of delegates");
        assertThat(owner.get("/api/v1/access-log?way=page&limit=1").expect(200).text("/items/0/what"))
                .isEqualTo("history");
        assertThat(owner.get("/api/v1/access-log?way=sideways").expect(422).text("/errors/0/pointer"))
                .isEqualTo("/way");
        var csv = desk.open(LOG + ".csv?way=page&who=mona").body();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("\"delegate\",\"conf27\",\"1\",\"\",\"" + delegate + "\"");
    }

    @Test
    void theDeskCallsLettersAndPossibleDuplicatesAreWrittenDownToo() {
        var manage = "/manage/conferences/conf27/";
        var code = owner.get(PATH + "/orders").expect(200).text("/items/0/code");
        anonymous(tenant)
                .post(PATH + "/orders", cart("free", Map.of("name", "Grace")))
                .expect(201);

        desk.open(manage + "desk?q=example.org");
        desk.open(manage + "desk/orders/" + code);
        desk.open(manage + "call-backs");
        desk.open(manage + "call-backs/" + delegate);
        desk.open(manage + "delegates/" + delegate + "/letters");
        desk.open(manage + "delegates/duplicates");

        assertThat(rows().stream().filter(row -> !row.contains(" orders ")))
                .containsExactly(
                        "page desk 3 q=example.org",
                        "page desk-order 1 ",
                        "page call-backs 3 ",
                        "page call-back 1 ",
                        "page letters 1 ",
                        "page duplicates 6 apart=false");
        assertThat(desk.open(LOG + "?lang=en").body()).contains("Order at the desk", "orders/" + code);
        assertThat(desk.open(LOG + "?lang=zh-CN").body()).contains("到会确认", "可能重复的注册");
    }

    @Test
    void theLogIsTheOwnersAndOfOneOrganizationAlone() {
        owner.get(PATH + "/delegates").expect(200);
        var other = aTenant();

        assertThat(as(tenant, Permission.REGISTRATION_READ, Permission.REGISTRATION_WRITE)
                        .get(LOG)
                        .status())
                .isNotEqualTo(200);
        assertThat(anonymous(tenant).get(LOG + ".csv").status()).isNotEqualTo(200);
        assertThat(Tenancy.callAs(other, this::count)).isZero();
        assertThat(Tenancy.callAs(tenant, this::count)).isEqualTo(1);
    }

    @Test
    void oldRowsAreRemovedByTheNightJob() {
        owner.get(PATH + "/delegates").expect(200);
        owner.get(PATH + "/delegates?q=grace").expect(200);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE access_log SET at = at - interval '366 days' WHERE filter = ''")
                        .update());

        Tenancy.runAs(tenant, tidying::tidy);

        assertThat(rows()).containsExactly("api delegates 1 q=grace");
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM access_log").query(Integer.class).single();
    }

    private List<String> rows() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT concat_ws(' ', way, what, people, filter) FROM access_log ORDER BY id")
                        .query(String.class)
                        .list());
    }
}
