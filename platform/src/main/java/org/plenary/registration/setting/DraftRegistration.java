package org.plenary.registration.setting;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever ordered, waits or was invited is no setting, nor is what became of them. */
@Component
class DraftRegistration implements DraftContent {
    private static final List<String> SETTINGS = List.of(
            "fee",
            "stock",
            "quota",
            "voucher",
            "price_list",
            "sales_rules",
            "registration_policy",
            "payment_ways",
            "waiting_list",
            "waiting_room",
            "group_rules",
            "letter_series",
            "letter_rule",
            "delegate_distinct");

    private final JdbcClient jdbc;

    DraftRegistration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("""
                        select exists (select from orders where conference_id = :conference)
                            or exists (select from delegate where conference_id = :conference)
                            or exists (select from waiting_entry where conference_id = :conference)
                            or exists (select from invitation where conference_id = :conference)
                            or exists (select from delegate_job where conference_id = :conference)
                            or exists (select from erasure where conference_id = :conference)
                            or exists (select from data_copy where conference_id = :conference)
                            or exists (select from letter where conference_id = :conference)""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void delete(UUID conference) {
        for (var table : SETTINGS)
            jdbc.sql("delete from " + table + " where conference_id = ?")
                    .param(conference)
                    .update();
    }
}
