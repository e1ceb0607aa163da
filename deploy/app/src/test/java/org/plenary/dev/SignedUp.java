package org.plenary.dev;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.plenary.Http;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.identity.Permission;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An organization that signed up with an application in another process, as anybody does.
 *
 * @param program has all rights in the organization
 * @param jdbc sees the organization's schema
 */
record SignedUp(Tenant tenant, Http program, Http anybody, JdbcClient jdbc) {
    static final String PASSWORD = "correct horse battery staple";

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");
    private static final String SECRET = "a secret of this test alone";
    private static final int TRIES = 600;

    static SignedUp as(String slug, int port, EmbeddedServices services) {
        var platform = new Http(port, "localhost", Map.of());
        var email = "owner@" + slug + ".example";
        var asked = platform.post("/api/v1/signups", """
                        {"organization": {"name": "Society %1$s", "slug": "%1$s", "country": "DE", "locale": "en",
                           "time_zone": "Europe/Berlin"},
                         "owner": {"name": "Li Na", "email": "%2$s", "password": "%3$s"},
                         "plan": "free"}""".formatted(slug, email, PASSWORD))
                .expect(202);
        var address = "/api/v1/signups/" + asked.text("/id");
        var code = wait(
                "a code in a mail",
                () -> services.inbox().mails(email).stream()
                        .map(mail -> CODE.matcher(mail.text()))
                        .filter(java.util.regex.Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(null));
        platform.post(address + "/verify", Map.of("code", code)).expect(200);
        var unused =
                wait("a schema", () -> platform.get(address).text("/status").equals("ready") ? "ready" : null);

        var control = jdbc(services, "control");
        var row = control.sql("select id, schema_name from tenant where slug = ?")
                .param(slug)
                .query()
                .singleRow();
        var id = (UUID) row.get("id");
        var schema = String.valueOf(row.get("schema_name"));
        control.sql("""
                        insert into api_client (id, tenant_id, name, secret_hash, scopes, created_at)
                        values (?, ?, 'test', ?, ?, now())""")
                .param("pc_of_" + slug)
                .param(id)
                .param(Secrets.hash(SECRET))
                .param(Permission.ofTenant().stream().map(Permission::scope).collect(Collectors.joining(" ")))
                .update();
        var tenant = new Tenant(
                TenantId.of(id),
                slug,
                schema,
                "Society " + slug,
                "DE",
                Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"),
                TenantStatus.ACTIVE,
                null,
                "free",
                Branding.DEFAULT,
                null,
                null,
                Instant.now());
        var anybody = new Http(port, slug + ".localhost", Map.of());
        return new SignedUp(
                tenant, anybody.withToken(platform.token("pc_of_" + slug, SECRET)), anybody, jdbc(services, schema));
    }

    private static JdbcClient jdbc(EmbeddedServices services, String schema) {
        return JdbcClient.create(source(services, schema));
    }

    static DataSource source(EmbeddedServices services, String schema) {
        var postgres = services.service(Kind.POSTGRES);
        var address = postgres.address();
        return new DriverManagerDataSource(
                address + (address.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                String.valueOf(postgres.user()),
                "");
    }

    private static String wait(String what, Supplier<String> looked) {
        for (var i = 0; i < TRIES; i++) {
            var found = looked.get();
            if (found != null) return found;
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("there is not yet " + what);
    }
}
