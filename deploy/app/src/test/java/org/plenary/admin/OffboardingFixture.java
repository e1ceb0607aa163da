package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.isolation.Belongings;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant with something of everything, whose deletion is asked for. */
abstract class OffboardingFixture extends PlenaryIT {
    static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    static final String PASSWORD = "four unrelated words";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Urls urls;

    static String address(Tenant tenant) {
        return "/api/v1/operator/tenants/" + tenant.slug() + "/deletion";
    }

    /** One with a conference, an order, a paper, a file, an owner and an API client, all marked. */
    Belongings furnish(Tenant tenant) {
        var belongings = Belongings.of(owner(tenant), anonymous(tenant));
        var mark = belongings.mark();
        var boundary = "b" + mark;
        var upload = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\npaper\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + mark
                + ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n" + new String(PDF, StandardCharsets.US_ASCII) + mark
                + "\r\n--" + boundary + "--\r\n");
        anonymous(tenant)
                .send(
                        "POST",
                        "/api/v1/files",
                        "multipart/form-data; boundary=" + boundary,
                        upload.getBytes(StandardCharsets.US_ASCII))
                .expect(201);
        var account = accounts.createOwner(mark, email(mark), quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return belongings;
    }

    static String email(String mark) {
        return mark + "@owner.example";
    }

    void begin(Tenant tenant) {
        var begun = operator().post(address(tenant), "").expect(202);
        assertThat(begun.text("/erase_after")).isNotBlank();
    }

    void export(Tenant tenant) {
        eventually(
                "the data is exported",
                () -> operator()
                        .get(address(tenant))
                        .expect(200)
                        .text("/status")
                        .equals("exported"));
    }

    Browser signedIn(String path, String email) {
        var browser = new Browser();
        var form = browser.open(urls.platform(path).toString());
        browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
        return browser;
    }

    int tables(String schema) {
        return jdbc.sql("select count(*) from pg_tables where schemaname = ?")
                .param(schema)
                .query(Integer.class)
                .single();
    }

    void erase(Tenant tenant) {
        jdbc.sql("update control.tenant_deletion set erase_after = now() - interval '1 second' where tenant_id = ?")
                .param(tenant.id().value())
                .update();
        eventually(
                "the tenant is erased",
                () -> jdbc.sql("""
                                select count(*) from control.tenant_deletion
                                where tenant_id = ? and certified_at is not null""")
                                .param(tenant.id().value())
                                .query(Integer.class)
                                .single()
                        == 1);
        settled(tenant);
    }

    /** Everybody has heard of all that happened there: mails are sent, tickets are made. */
    void settled(Tenant tenant) {
        eventually(
                "everybody has heard of it",
                () -> jdbc.sql(
                                        "select count(*) from control.event_publication where position(? in serialized_event) > 0")
                                .param(tenant.id().toString())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    List<String> allTables() {
        return jdbc.sql("""
                        select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'""").query(String.class).list();
    }

    /** Of each table, by its name without the schema; without whose turn it is to look through a waiting list, which a job notes. */
    Map<String, String> checksums(Tenant tenant) {
        var sums = new LinkedHashMap<String, String>();
        for (var table : allTables())
            if (table.startsWith(tenant.schema() + "."))
                sums.put(
                        table.substring(tenant.schema().length() + 1),
                        jdbc.sql("""
                                        select coalesce(md5(string_agg(row::text, '|' order by row::text)), '') from (
                                            select to_jsonb(t) - array['turn', 'turn_until', 'asked'] as row from %s t) r""".formatted(table)).query(String.class).single());
        assertThat(sums).hasSizeGreaterThan(10);
        return sums;
    }
}
