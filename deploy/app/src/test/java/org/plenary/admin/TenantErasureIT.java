package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.embedded.Kind;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** What is left of a tenant that has gone: nothing. */
class TenantErasureIT extends OffboardingFixture {
    @Autowired
    private TenantDirectory directory;

    @Autowired
    private RedisConnectionFactory redis;

    @Value("${plenary.files.folder:.data/files}")
    private Path files;

    private void erase(Tenant tenant) {
        jdbc.sql("update control.tenant_deletion set erase_after = now() - interval '1 second' where tenant_id = ?")
                .param(tenant.id().value())
                .update();
        eventually(
                "the tenant is erased",
                () -> jdbc.sql("""
                                select count(*) from control.tenant_deletion
                                where tenant_id = ? and files_erased_at is not null""")
                                .param(tenant.id().value())
                                .query(Integer.class)
                                .single()
                        == 1);
        eventually(
                "everybody has heard of it",
                () -> jdbc.sql(
                                        "select count(*) from control.event_publication where position(? in serialized_event) > 0")
                                .param(tenant.id().toString())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void afterTheErasureNothingOfTheTenantIsLeftAndTheOtherIsAsItWas() throws Exception {
        var leaving = aTenant();
        var staying = aTenant();
        var mark = furnish(leaving).mark();
        var kept = furnish(staying);
        assertThat(findable(leaving, mark)).isTrue();
        assertThat(findable(staying, kept.mark())).isTrue();
        var signedIn = new Browser();
        signIn(signedIn, leaving, mark);
        assertThat(everywhere(mark)).contains("search index").hasSizeGreaterThan(10);
        var before = checksums(staying);
        var filesBefore = fileNames(staying);

        begin(leaving);
        export(leaving);
        erase(leaving);

        assertThat(everywhere(mark)).isEmpty();
        assertThat(inRedis("t:" + leaving.id())).isFalse();
        assertThat(Files.exists(files.resolve(leaving.id().toString()))).isFalse();
        anonymous(leaving).get("/").expect(404);
        assertThat(directory.isTaken(leaving.slug())).isFalse();
        assertThat(tables(leaving.schema())).isZero();
        assertThat(checksums(staying)).isEqualTo(before);
        assertThat(fileNames(staying)).isEqualTo(filesBefore);
        assertThat(findable(staying, kept.mark())).isTrue();
    }

    @Test
    void nothingIsErasedBeforeItIsExportedAndBeforeItsTime() {
        var tenant = aTenant();
        begin(tenant);
        export(tenant);
        jdbc.sql("update control.tenant_deletion set exported_at = null, erase_after = now() - interval '1 second'"
                        + " where tenant_id = ?")
                .param(tenant.id().value())
                .update();

        erase(tenant);

        assertThat(jdbc.sql("select exported_at < erased_at from control.tenant_deletion where tenant_id = ?")
                        .param(tenant.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void signIn(Browser browser, Tenant tenant, String mark) {
        var form = browser.open(urls.tenant(tenant, "/manage/members").toString());
        browser.submit(form, "/login", Map.of("email", email(mark), "password", PASSWORD));
        assertThat(inRedis("t:" + tenant.id())).isTrue();
    }

    private boolean findable(Tenant tenant, String mark) {
        var conferences = owner(tenant).get("/api/v1/conferences").expect(200);
        var slug = conferences.text("/items/0/slug");
        var search = "/api/v1/conferences/" + slug + "/search/papers?q=" + mark;
        eventually(
                "the paper is found",
                () -> owner(tenant).get(search).json().at("/total").asInt() == 1);
        return true;
    }

    /** Where the mark stands: tables of every schema, files, and the search index. */
    private List<String> everywhere(String mark) throws Exception {
        var found = new ArrayList<String>();
        for (var table : allTables())
            if (jdbc.sql("select count(*) from " + table + " t where position(? in t::text) > 0")
                            .param(mark)
                            .query(Integer.class)
                            .single()
                    > 0) found.add(table);
        try (Stream<Path> all = Files.walk(files)) {
            for (var file : all.filter(Files::isRegularFile).toList())
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(mark))
                    found.add(file.toString());
        }
        elastic("/_refresh");
        // Parts of the mark may be words of others too, so the documents themselves are looked at.
        if (elastic("/_search?size=1000&q=" + mark).contains(mark)) found.add("search index");
        return found;
    }

    private List<String> allTables() {
        return jdbc.sql("""
                        select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'""").query(String.class).list();
    }

    private String elastic(String path) throws IOException, InterruptedException {
        var address = services().service(Kind.ELASTICSEARCH).address();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                .body();
    }

    private Map<String, String> checksums(Tenant tenant) {
        var sums = new LinkedHashMap<String, String>();
        for (var table : allTables())
            if (table.startsWith(tenant.schema() + "."))
                sums.put(
                        table,
                        jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                                        + " t")
                                .query(String.class)
                                .single());
        assertThat(sums).hasSizeGreaterThan(10);
        return sums;
    }

    /** Whether any session says this, as it is stored. */
    private boolean inRedis(String text) {
        try (var connection = redis.getConnection()) {
            for (var key : connection.keyCommands().keys("*".getBytes(StandardCharsets.US_ASCII))) {
                // The lines of waiting rooms that other tests made are no hashes, and of the tenant by their names
                // alone.
                if (connection.keyCommands().type(key) != DataType.HASH) continue;
                for (var value : connection.hashCommands().hGetAll(key).values())
                    if (new String(value, StandardCharsets.ISO_8859_1).contains(text)) return true;
            }
            return false;
        }
    }

    private List<String> fileNames(Tenant tenant) throws IOException {
        try (Stream<Path> all = Files.walk(files.resolve(tenant.id().toString()))) {
            return all.map(Path::toString).sorted().toList();
        }
    }
}
