package org.plenary.tenancy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.integration.spring.SpringResourceAccessor;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes that rewrite rows make of the rows that an older version left. */
class ChangesOnOldDataIT extends PlenaryIT {
    private static final UUID CONFERENCE = Ids.next();
    private static final UUID OTHER = Ids.next();
    private static final UUID NEITHER = Ids.next();

    @Autowired
    private TenantChangeLog changes;

    @Autowired
    private DirectConnections connections;

    @Autowired
    private ResourceLoader resources;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aWaitingListEndsWithTheCutOffUnlessItWasDecoupled() throws Exception {
        var schema = upgraded("331-waiting-list-cut-off", old -> {
            conference(old, CONFERENCE, "{\"cut_off\": {\"on\": \"2027-04-01\"}}");
            conference(old, OTHER, "{\"cut_off\": {\"on\": \"2027-04-01\", \"decoupled\": true}}");
            conference(old, NEITHER, "{\"cut_off\": null}");
            for (var each : List.of(CONFERENCE, OTHER, NEITHER))
                jdbc.sql("insert into " + old + ".waiting_list (conference_id, ends_on) values (?, '2027-05-01')")
                        .param(each)
                        .update();
        });

        assertThat(jdbc.sql("select concat_ws(' ', ends_on, version) from " + schema
                                + ".waiting_list order by conference_id")
                        .query(String.class)
                        .list())
                .containsExactly("1", "2027-05-01 0", "2027-05-01 0");
    }

    @Test
    void whoeverWaitsWithAnInvitationKeepsItWithoutItsToken() throws Exception {
        var invitation = Ids.next();
        var schema = upgraded("424-waiting-invitation", old -> {
            conference(old, CONFERENCE, "{}");
            jdbc.sql("insert into " + old + """
                            .invitation (id, conference_id, fee_key, email, token_hashes, created_at)
                            values (?, ?, 'invited', 'ada@example.org', ARRAY['other', ?], now())""")
                    .params(invitation, CONFERENCE, Secrets.hash("opens-it"))
                    .update();
            entry(old, "{\"cart\": {\"code\": \"LESS\", \"invitation\": \"opens-it\"}, \"lines\": [\"Fee\"]}");
            entry(old, "{\"cart\": {\"code\": null, \"invitation\": null}, \"lines\": []}");
            entry(old, "{\"cart\": {\"invitation\": \"of-nobody\"}, \"lines\": []}");
        });

        assertThat(jdbc.sql("select wishes::text from " + schema + ".waiting_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "[{\"cart\": {\"code\": \"LESS\"}, \"lines\": [\"Fee\"], \"invitation\": \"" + invitation
                                + "\"}]",
                        "[{\"cart\": {\"code\": null, \"invitation\": null}, \"lines\": []}]",
                        "[{\"cart\": {}, \"lines\": []}]");
    }

    @Test
    void whoeverHadARoleHasItForTheWholeOrganization() throws Exception {
        var schema = upgraded("025-person-role", old -> {
            for (var role : List.of("OWNER", "HOTEL_CONTACT"))
                jdbc.sql("insert into " + old + """
                                .person (id, account_id, email, name, role, created_at, version)
                                values (?, ?, 'li@example.org', 'Li', ?, now(), 0)""")
                        .params(Ids.next(), Ids.next(), role)
                        .update();
        });

        assertThat(jdbc.sql("select concat_ws(' ', r.role, p.role, r.conference_id, r.ends_on) from " + schema
                                + ".person_role r join " + schema + ".person p on p.id = r.person_id order by p.id")
                        .query(String.class)
                        .list())
                .containsExactly("OWNER OWNER", "HOTEL_CONTACT HOTEL_CONTACT");
    }

    /** A schema with everything that came before a change, filled, and then brought up to date. */
    private String upgraded(String change, Consumer<String> fill) throws Exception {
        var schema = PreparedSchemas.newName();
        jdbc.sql("create schema " + schema).update();
        try (var connection = connections.open()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(schema);
            database.setLiquibaseSchemaName(schema);
            var liquibase = new Liquibase("db/tenant/changelog.xml", new SpringResourceAccessor(resources), database);
            var ids = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                    .map(each -> each.getId())
                    .toList();
            assertThat(ids).contains(change);
            liquibase.update(ids.indexOf(change), new Contexts(), new LabelExpression());
        }
        fill.accept(schema);
        try (var connection = connections.open()) {
            changes.update(connection, schema);
        }
        return schema;
    }

    private void conference(String schema, UUID id, String details) {
        jdbc.sql("insert into " + schema + """
                        .conference (id, slug, status, starts_on, ends_on, time_zone, currency, details, created_at, version)
                        values (?, ?, 'DRAFT', '2027-05-10', '2027-05-12', 'UTC', 'EUR', cast(? as jsonb), now(), 0)""")
                .params(id, "c" + id.toString().substring(28), details)
                .update();
    }

    private void entry(String schema, String wish) {
        jdbc.sql("insert into " + schema + """
                        .waiting_entry (id, conference_id, status, name, email, country, locale, secret_hashes, wishes, thing,
                            keys, scarce, needed, joined_at)
                        values (?, ?, 'waiting', 'Ada', ?, 'GB', 'en', '{}', cast(? as jsonb), 'x', '{}', '{}', '{}', now())""")
                .params(Ids.next(), CONFERENCE, Ids.reference(6) + "@example.org", "[" + wish + "]")
                .update();
    }
}
