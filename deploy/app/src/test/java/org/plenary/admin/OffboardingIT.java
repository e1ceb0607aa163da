package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.isolation.Belongings;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organizations that leave: with their data, after a time to come back, and without a trace. */
class OffboardingIT extends PlenaryIT {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final String PASSWORD = "four unrelated words";

    @Autowired
    private Accounts accounts;

    @Autowired
    private TenantDirectory directory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Urls urls;

    @Autowired
    private RedisConnectionFactory redis;

    @Value("${plenary.files.folder:.data/files}")
    private Path files;

    private static String address(Tenant tenant) {
        return "/api/v1/operator/tenants/" + tenant.slug() + "/deletion";
    }

    /** One with a conference, an order, a paper, a file, an owner and an API client, all marked. */
    private Belongings furnish(Tenant tenant) {
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

    private static String email(String mark) {
        return mark + "@owner.example";
    }

    private void begin(Tenant tenant) {
        var begun = operator().post(address(tenant), "").expect(202);
        assertThat(begun.text("/erase_after")).isNotBlank();
    }

    private void export(Tenant tenant) {
        eventually(
                "the data is exported",
                () -> operator()
                        .get(address(tenant))
                        .expect(200)
                        .text("/status")
                        .equals("exported"));
    }

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
    void aTenantThatIsToBeDeletedIsClosedAndCanBeHadBack() {
        var tenant = aTenant();
        var belongings = furnish(tenant);
        begin(tenant);

        var api = anonymous(tenant)
                .get("/api/v1/conferences/" + belongings.conference())
                .expect(503);
        assertThat(api.text("/code")).isEqualTo("tenant_deleting");
        var page = anonymous(tenant).with("Accept", "text/html").get("/").expect(503);
        assertThat(page.body()).contains("This site is closed", "is leaving the platform");
        var chinese = anonymous(tenant)
                .with("Accept", "text/html")
                .with("Accept-Language", "zh-CN")
                .get("/");
        assertThat(chinese.body()).contains("本网站已关闭");

        operator().delete(address(tenant)).expect(204);

        anonymous(tenant).get("/").expect(200);
        assertThat(owner(tenant)
                        .get("/api/v1/conferences/" + belongings.conference())
                        .body())
                .contains(belongings.mark());
        operator().get(address(tenant)).expect(404);
        operator().delete(address(tenant)).expect(404);
    }

    @Test
    void askedForTwiceTheFirstDateStands() {
        var tenant = aTenant();
        var first = operator().post(address(tenant), "").expect(202);

        var second = operator().post(address(tenant), "").expect(202);

        assertThat(second.text("/erase_after")).isEqualTo(first.text("/erase_after"));
    }

    @Test
    void aSuspendedTenantComesBackSuspended() {
        var tenant = aTenant();
        var one = "/api/v1/operator/tenants/" + tenant.slug();
        operator().patch(one, Map.of("status", "suspended", "reason", "Unpaid")).expect(200);
        begin(tenant);
        assertThat(operator().get(one).text("/status")).isEqualTo("deleting");
        operator().patch(one, Map.of("status", "active")).expect(409);

        operator().delete(address(tenant)).expect(204);

        assertThat(operator().get(one).text("/status")).isEqualTo("suspended");
        assertThat(operator().get(one).text("/reason")).isEqualTo("Unpaid");
    }

    @Test
    void theArchiveHoldsEveryTableAndEveryFile() throws Exception {
        var tenant = aTenant();
        var belongings = furnish(tenant);
        begin(tenant);
        export(tenant);

        var entries = unzip(download(tenant));

        assertThat(entries.keySet())
                .contains("organization.json", "tables/conference.csv", "tables/orders.csv", "tables/paper.csv")
                .anyMatch(name -> name.startsWith("files/") && name.endsWith(belongings.mark() + ".pdf"))
                .noneMatch(name -> name.contains("databasechangelog"));
        assertThat(entries.get("tables/conference.csv"))
                .contains(belongings.mark())
                .startsWith("id,");
        assertThat(entries.get("organization.json")).contains(tenant.slug());
        assertThat(entries.keySet().stream().filter(name -> name.startsWith("tables/")))
                .hasSize(tables(tenant.schema()) - 2);
    }

    @Test
    void theOwnerIsToldAndDownloadsItAndNobodyElseCan() {
        var tenant = aTenant();
        var belongings = furnish(tenant);
        var stranger = accounts.createOwner("Eve", "eve-" + email(belongings.mark()), quickHash(PASSWORD));
        Tenancy.runAs(aTenant(), () -> accounts.grantOwner(stranger));
        begin(tenant);
        eventually(
                "the owner is told",
                () -> !inbox().mails(email(belongings.mark())).isEmpty());
        var page = "/exports/" + tenant.id();
        var mail = inbox().mails(email(belongings.mark())).getLast();
        assertThat(mail.subject()).isEqualTo("The data of " + tenant.name());
        assertThat(mail.text()).contains(urls.platform(page).toString());

        var owner = signedIn(page, email(belongings.mark()));
        assertThat(owner.open(urls.platform(page).toString()).body()).contains(page + "/archive");
        assertThat(owner.open(urls.platform(page + "/archive").toString())
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/zip");

        var other = signedIn("/organizations", "eve-" + email(belongings.mark()));
        assertThat(other.open(urls.platform(page).toString()).status()).isEqualTo(404);
        assertThat(other.open(urls.platform(page + "/archive").toString()).status())
                .isEqualTo(404);
        assertThat(new Browser().open(urls.platform(page).toString()).address()).isEqualTo(urls.platform("/login"));
    }

    private Browser signedIn(String path, String email) {
        var browser = new Browser();
        var form = browser.open(urls.platform(path).toString());
        browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
        return browser;
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

    @Test
    void theOperatorsTrailKeepsWhatWasDone() {
        var tenant = aTenant();

        begin(tenant);
        operator().delete(address(tenant)).expect(204);

        assertThat(jdbc.sql("select action from control.audit_entry where subject = ? order by id")
                        .param(tenant.slug())
                        .query(String.class)
                        .list())
                .containsExactly("tenant.deletion-begun", "tenant.deletion-taken-back");
    }

    @Test
    void onlyAnOperatorDeletes() {
        var tenant = aTenant();

        platform().post(address(tenant), "").expect(401);
        owner(tenant).post(address(tenant), "").expect(404);
        platform().withToken(token(tenant)).post(address(tenant), "").expect(401);
    }

    @Test
    void thePageAsksForTheAddressBeforeItDeletes() {
        var tenant = aTenant();
        var email = "operator-" + tenant.slug() + "@example.org";
        accounts.createOperator("Olga", email, quickHash(PASSWORD));
        var browser = signedIn("/operator/tenants", email);
        var page = "/operator/tenants/" + tenant.slug();
        var confirm = browser.open(urls.platform(page + "/deletion/confirm").toString());
        assertThat(confirm.body()).contains("Delete Society " + tenant.slug() + "?");

        var wrong = browser.submit(confirm, page + "/deletion", Map.of("slug", "another"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not the address of the organization.", "value=\"another\"");
        anonymous(tenant).get("/").expect(200);

        var begun = browser.submit(confirm, page + "/deletion", Map.of("slug", tenant.slug()));
        assertThat(begun.body()).contains("Its data is being exported.", "Take the deletion back");
        anonymous(tenant).get("/").expect(503);
        var back = browser.submit(begun, page + "/deletion/cancellation", Map.of());
        assertThat(back.body()).contains("stays, as it was before.");
        anonymous(tenant).get("/").expect(200);
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
            for (var key : connection.keyCommands().keys("*".getBytes(StandardCharsets.US_ASCII)))
                for (var value : connection.hashCommands().hGetAll(key).values())
                    if (new String(value, StandardCharsets.ISO_8859_1).contains(text)) return true;
            return false;
        }
    }

    private List<String> fileNames(Tenant tenant) throws IOException {
        try (Stream<Path> all = Files.walk(files.resolve(tenant.id().toString()))) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    private int tables(String schema) {
        return jdbc.sql("select count(*) from pg_tables where schemaname = ?")
                .param(schema)
                .query(Integer.class)
                .single();
    }

    private byte[] download(Tenant tenant) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + platform().port() + address(tenant) + "/export"))
                .header("Host", "localhost:" + platform().port())
                .header("Authorization", "Bearer " + platform().token("operator", "operator"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }
}
