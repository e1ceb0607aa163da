package org.plenary.communication.sender;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signatures as they are stored: one for each tenant at most. Every statement names the tenant. */
@Repository
class MailSenders {
    private static final LocalizedText NONE = new LocalizedText(Map.of());
    private static final Stored NOTHING = new Stored(null, NONE, null, null);

    private final JdbcClient jdbc;
    private final Json json;

    MailSenders(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param name null for the organization's own, @param asked null while no other address is to be proved */
    record Stored(
            @Nullable String name,
            LocalizedText footer,
            @Nullable String replyTo,
            @Nullable Asked asked) {}

    /**
     * An address that is to be proved.
     *
     * @param codeHash null while the code is not on its way
     * @param tries how often a wrong code was typed
     */
    record Asked(
            String address,
            UUID request,
            Instant at,
            @Nullable String codeHash,
            int tries) {}

    Stored of(TenantId tenant) {
        return read(tenant, "");
    }

    /** Locked until the transaction ends, and there from now on. */
    Stored lock(TenantId tenant) {
        jdbc.sql("insert into control.mail_sender (tenant_id) values (?) on conflict do nothing")
                .param(tenant.value())
                .update();
        return read(tenant, " for update");
    }

    private Stored read(TenantId tenant, String lock) {
        return jdbc.sql("""
                        select name, footer, reply_to, asked_reply_to, asked_request, asked_at, code_hash, tries
                        from control.mail_sender where tenant_id = ?""" + lock)
                .param(tenant.value())
                .query(this::stored)
                .optional()
                .orElse(NOTHING);
    }

    void sign(TenantId tenant, @Nullable String name, LocalizedText footer) {
        jdbc.sql(
                        "update control.mail_sender set name = :name, footer = cast(:footer as jsonb) where tenant_id = :tenant")
                .param("name", name)
                .param("footer", json.write(footer))
                .param("tenant", tenant.value())
                .update();
    }

    void ask(TenantId tenant, String address, UUID request, Instant now) {
        jdbc.sql("""
                        update control.mail_sender set asked_reply_to = ?, asked_request = ?, asked_at = ?, code_hash = null,
                            tries = 0 where tenant_id = ?""")
                .params(address, request, Timestamp.from(now), tenant.value())
                .update();
    }

    void code(TenantId tenant, UUID request, String hash) {
        jdbc.sql("update control.mail_sender set code_hash = ? where tenant_id = ? and asked_request = ?")
                .params(hash, tenant.value(), request)
                .update();
    }

    void wrong(TenantId tenant) {
        jdbc.sql("update control.mail_sender set tries = tries + 1 where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    /** @param replyTo null for none */
    void replyTo(TenantId tenant, @Nullable String replyTo) {
        jdbc.sql("""
                        update control.mail_sender set reply_to = :address, asked_reply_to = null, asked_request = null,
                            asked_at = null, code_hash = null, tries = 0 where tenant_id = :tenant""").param("address", replyTo).param("tenant", tenant.value()).update();
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        var asked = row.getString("asked_reply_to");
        return new Stored(
                row.getString("name"),
                json.read(row.getString("footer"), LocalizedText.class),
                row.getString("reply_to"),
                asked == null
                        ? null
                        : new Asked(
                                asked,
                                row.getObject("asked_request", UUID.class),
                                row.getTimestamp("asked_at").toInstant(),
                                row.getString("code_hash"),
                                row.getInt("tries")));
    }
}
