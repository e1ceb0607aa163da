package org.plenary.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.conference.setup.DraftRemoval;
import org.plenary.conference.setup.SampleConference;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SampleConferenceIT extends PlenaryIT {
    @Autowired
    private SampleConference sample;

    @Autowired
    private DraftRemoval removal;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsSomethingOfEverythingAndOnlyToStaff() {
        var tenant = aTenant();
        Tenancy.runAs(tenant, sample::make);

        var staff = owner(tenant);
        assertThat(staff.get("/api/v1/conferences/sample").expect(200).text("/status"))
                .isEqualTo("draft");
        assertThat(staff.get("/api/v1/conferences/sample/fees").expect(200).body())
                .contains("student");
        assertThat(staff.get("/api/v1/conferences/sample/registration-form")
                        .expect(200)
                        .body())
                .contains("workshops");
        assertThat(staff.get("/api/v1/conferences/sample/hotels").expect(200).body())
                .contains("riverside");
        assertThat(staff.get("/api/v1/conferences/sample/tours").expect(200).body())
                .contains("old-town");
        staff.get("/api/v1/conferences/sample/call-for-papers").expect(200);
        anonymous(tenant).get("/api/v1/conferences/sample").expect(404);
        anonymous(tenant).get("/c/sample").expect(404);
    }

    @Test
    void aDeletedDraftLeavesNothingBehind() {
        var tenant = aTenant();
        jdbc.sql("insert into control.rule_pack_choice (tenant_id, code, chosen_at) values (?, 'CN-University', now())")
                .param(tenant.id().value())
                .update();
        Tenancy.runAs(tenant, () -> {
            var conference = sample.make().id();
            owner(tenant)
                    .put("/api/v1/conferences/sample/pages/travel", Map.of("title", "Travel", "text", "Take line 7."))
                    .expect(201);
            assertThat(rowsOf(tenant, conference))
                    .containsKeys("fee", "hotel", "stock", "site_page", "conference_rules");

            removal.delete("sample");

            assertThat(rowsOf(tenant, conference)).isEmpty();
            assertThat(sample.isOffered()).isTrue();
        });
    }

    @Test
    void aConferenceThatWasPublicIsNotDeleted() {
        var tenant = aTenant();
        Tenancy.runAs(tenant, sample::make);
        var staff = owner(tenant);
        staff.patch("/api/v1/conferences/sample", Map.of("status", "published")).expect(200);

        var refused = staff.delete("/api/v1/conferences/sample").expect(409);

        assertThat(refused.text("/code")).isEqualTo("was_public");
        anonymous(tenant).get("/api/v1/conferences/sample").expect(200);
    }

    @Test
    void aDraftWithAContractStaysAsItIs() {
        var tenant = aTenant();
        Tenancy.runAs(tenant, () -> {
            var conference = sample.make().id();
            owner(tenant)
                    .post(
                            "/api/v1/conferences/sample/agreements",
                            Map.of("kind", "hotel", "supplier", "Hotel at the Riverside"))
                    .expect(201);
            var before = rowsOf(tenant, conference);

            assertThat(catchThrowableOfType(Problem.Conflict.class, () -> removal.delete("sample"))
                            .code())
                    .isEqualTo("draft_in_use");
            assertThat(rowsOf(tenant, conference)).isEqualTo(before);
        });
    }

    /** How many rows of each table name the conference; whoever adds a table is found here. */
    private Map<String, Integer> rowsOf(Tenant tenant, UUID conference) {
        var columns = jdbc.sql("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = ? and column_name in ('conference_id', 'conference') and data_type = 'uuid'""")
                .param(tenant.schema())
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list();
        assertThat(columns).hasSizeGreaterThan(40);
        var rows = new TreeMap<String, Integer>();
        for (var column : columns) {
            var count = jdbc.sql("select count(*) from " + column.get(0) + " where " + column.get(1) + " = ?")
                    .param(conference)
                    .query(Integer.class)
                    .single();
            if (count > 0) rows.put(column.get(0), count);
        }
        return rows;
    }
}
