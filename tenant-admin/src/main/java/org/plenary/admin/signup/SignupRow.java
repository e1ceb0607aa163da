package org.plenary.admin.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a sign-up lies in its table. */
final class SignupRow {
    static final String SELECT = """
            select id, status, problem, step, slug, name, country, locale, time_zone, plan, owner_name, owner_email,
                   password_hash, secret_hash, code_key, codes_sent, wrong_codes, failures, tenant_id, account_id,
                   created_at, expires_at, verified_at, ready_at, entered_at, client_issued_at,
                   accepted_terms
            from control.signup""";

    private SignupRow() {}

    static void insert(JdbcClient jdbc, Signup signup) {
        jdbc.sql("""
                        insert into control.signup
                            (id, status, step, slug, name, country, locale, time_zone, plan, owner_name, owner_email,
                             password_hash, secret_hash, code_key, codes_sent, wrong_codes, failures, created_at, expires_at,
                             accepted_terms)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        signup.id(),
                        signup.status().name(),
                        signup.step().name(),
                        signup.wanted().slug(),
                        signup.wanted().name(),
                        signup.wanted().country(),
                        signup.wanted().locale().toLanguageTag(),
                        signup.wanted().timeZone().getId(),
                        signup.wanted().plan(),
                        signup.owner().name(),
                        signup.owner().email(),
                        Objects.requireNonNull(signup.owner().passwordHash()),
                        signup.secretHash(),
                        signup.codeKey(),
                        signup.codesSent(),
                        signup.wrongCodes(),
                        signup.failures(),
                        Timestamp.from(signup.times().createdAt()),
                        Timestamp.from(signup.times().expiresAt()))
                .param(signup.wanted().acceptedTerms())
                .update();
    }

    static Signup map(ResultSet row, int number) throws SQLException {
        var tenant = row.getObject("tenant_id", UUID.class);
        return new Signup(
                row.getObject("id", UUID.class),
                SignupStatus.valueOf(row.getString("status")),
                row.getString("problem"),
                SignupStep.valueOf(row.getString("step")),
                new Signup.Wanted(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("country"),
                        Locale.forLanguageTag(row.getString("locale")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("plan"),
                        row.getObject("accepted_terms", Integer.class)),
                new Signup.Owner(
                        row.getString("owner_name"), row.getString("owner_email"), row.getString("password_hash")),
                row.getString("secret_hash"),
                row.getBytes("code_key"),
                row.getInt("codes_sent"),
                row.getInt("wrong_codes"),
                row.getInt("failures"),
                tenant == null ? null : new TenantId(tenant),
                row.getObject("account_id", UUID.class),
                times(row));
    }

    private static Signup.Times times(ResultSet row) throws SQLException {
        return new Signup.Times(
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "verified_at"),
                instant(row, "ready_at"),
                instant(row, "entered_at"),
                instant(row, "client_issued_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
