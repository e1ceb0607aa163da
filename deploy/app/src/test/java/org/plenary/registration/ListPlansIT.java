package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.Statements;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a page of a long list costs does not depend on how long the list is. The plan that is looked at is the one PostgreSQL keeps for a
 * statement that comes often: it knows no values.
 */
class ListPlansIT extends PlenaryIT {
    private static final String PASSWORD = "many-hands-light-work";
    private static final Pattern PLACE = Pattern.compile("\\?");

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceOfThousands() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "free", "0.00", null);
        RegistrationFixture.publish(owner);
        anonymous(tenant)
                .post(
                        RegistrationFixture.PATH + "/orders",
                        RegistrationFixture.cart("free", Map.of("name", "Ada Lovelace")))
                .expect(201);
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(_ -> {
                    many(
                            "orders",
                            "'id', gen_random_uuid(), 'code', 'X' || n, 'created_at', o.created_at - n * interval '1 minute'");
                    jdbc.sql("""
                    INSERT INTO delegate SELECT (jsonb_populate_record(d, jsonb_build_object(
                        'id', gen_random_uuid(), 'order_id', o.id, 'ticket_code', 'T' || o.code, 'name', o.code))).*
                    FROM delegate d, orders o WHERE o.code LIKE 'X%'""").update();
                }));
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("ANALYZE orders").update();
            jdbc.sql("ANALYZE delegate").update();
        });
    }

    @Test
    void aPageOfDelegatesOverTheApiReadsItsOwnRowsOnly() {
        var plan = planOf(
                "FROM delegate d JOIN orders o",
                () -> owner.get(RegistrationFixture.PATH + "/delegates").expect(200));

        assertThat(plan).doesNotContain("Seq Scan", "Sort Key: d.id");
        var scan = Pattern.compile("using delegate_conference .*? rows=(\\d+)").matcher(plan);
        assertThat(scan.find()).as(plan).isTrue();
        assertThat(Integer.parseInt(scan.group(1)))
                .as("what the plan expects of %s", plan)
                .isGreaterThan(4_000);
    }

    @Test
    void thePageOfTheNewestDelegatesReadsItsOwnRowsOnly() {
        var browser = new Browser();
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var list = urls.tenant(tenant, "/manage/conferences/conf27/delegates").toString();
        browser.submit(browser.open(list), "/login", Map.of("email", email, "password", PASSWORD));

        var plan = planOf(
                "ORDER BY o.created_at DESC",
                () -> assertThat(browser.open(list).status()).isEqualTo(200));

        assertThat(plan).contains("orders_created").doesNotContain("Seq Scan");
    }

    /** @param columns what differs, as the arguments of a JSON object, from row {@code o} and number {@code n} */
    private void many(String table, String columns) {
        jdbc.sql("INSERT INTO " + table + " SELECT (jsonb_populate_record(o, jsonb_build_object(" + columns
                        + "))).* FROM " + table + " o, generate_series(1, 5000) n")
                .update();
    }

    private String planOf(String part, Runnable work) {
        var sql = statements.of(tenant, work).stream()
                .filter(each -> each.contains(part))
                .reduce((first, second) -> second)
                .orElseThrow();
        var number = new int[1];
        var numbered = PLACE.matcher(sql).replaceAll(_ -> "\\$" + ++number[0]);
        var nothing = String.join(", ", Collections.nCopies(number[0], "NULL"));
        return Tenancy.callAs(
                tenant,
                () -> transactions.execute(_ -> {
                    jdbc.sql("SET LOCAL plan_cache_mode = force_generic_plan").update();
                    jdbc.sql("PREPARE list_plan AS " + numbered).update();
                    List<String> lines = jdbc.sql(
                                    "EXPLAIN EXECUTE list_plan" + (number[0] == 0 ? "" : "(" + nothing + ")"))
                            .query(String.class)
                            .list();
                    jdbc.sql("DEALLOCATE list_plan").update();
                    return String.join("\n", lines);
                }));
    }
}
