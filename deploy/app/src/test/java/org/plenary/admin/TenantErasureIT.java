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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.plenary.embedded.Kind;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
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
        settled(staying);
        var before = checksums(staying);
        var filesBefore = fileNames(staying);

        underWay(leaving);

        begin(leaving);
        export(leaving);
        erase(leaving);

        var certificate = toldByMail(leaving, email(mark));
        assertThat(everywhere(mark)).isEmpty();
        assertThat(inRedis("t:" + leaving.id())).isFalse();
        assertThat(keys(leaving)).isZero();
        assertThat(jdbc.sql("select count(*) from control.scheduled_tasks where task_instance = ?")
                        .param(leaving.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Files.exists(files.resolve(leaving.id().toString()))).isFalse();
        anonymous(leaving).get("/").expect(404);
        assertThat(directory.isTaken(leaving.slug())).isFalse();
        assertThat(tables(leaving.schema())).isZero();
        assertThat(checksums(staying)).isEqualTo(before);
        assertThat(fileNames(staying)).isEqualTo(filesBefore);
        assertThat(findable(staying, kept.mark())).isTrue();
        verify(leaving, certificate);
    }

    /** The number of the certificate, and the code that stands on it. */
    private record Certificate(String number, String text) {
        String code() {
            var code = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(text);
            assertThat(code.find()).isTrue();
            return code.group();
        }
    }

    private Certificate toldByMail(Tenant gone, String owner) throws IOException {
        var number = jdbc.sql("select number from control.deletion_certificate where tenant_id = ?")
                .param(gone.id().value())
                .query(String.class)
                .single();
        eventually(
                "no address is kept",
                () -> jdbc.sql("select recipients is null from control.deletion_certificate where number = ?")
                        .param(number)
                        .query(Boolean.class)
                        .single());
        var mail = inbox().mails(owner).stream()
                .filter(each -> each.subject().equals(gone.name() + " is erased"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.attachments()).hasSize(1);
        return new Certificate(number, pdf(mail.attachments().getFirst().bytes()));
    }

    private static String pdf(byte[] content) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void verify(Tenant gone, Certificate certificate) {
        assertThat(certificate.text())
                .contains(
                        gone.name(),
                        "The operator of the platform",
                        "Documents of the search index",
                        "This certificate")
                .containsPattern("Database tables \\d{2,3} 0");
        var page = "/deletion-certificates?number=" + certificate.number() + "&code=";
        var genuine = platform().get(page + certificate.code().toLowerCase(Locale.ROOT));
        assertThat(genuine.expect(200).body()).contains("This certificate is genuine.", gone.name());
        var guessed = platform().get(page + "0000-0000-0000").expect(200);
        assertThat(guessed.body()).contains("We know no certificate").doesNotContain(gone.name());
    }

    @Test
    void anOwnerTakesBackWhatAnOwnerAskedForAndNotWhatTheOperatorDid() {
        var tenant = aTenant();
        var mark = furnish(tenant).mark();
        var page = "/leaving/" + tenant.id();
        var owner = signedIn(page, email(mark));
        var confirm = owner.open(urls.platform(page + "/deletion/confirm").toString());
        assertThat(owner.submit(confirm, page + "/deletion", Map.of("slug", "another"))
                        .status())
                .isEqualTo(422);

        var begun = owner.submit(confirm, page + "/deletion", Map.of("slug", tenant.slug()));
        anonymous(tenant).get("/").expect(503);
        var back = owner.submit(begun, page + "/deletion/cancellation", Map.of());
        assertThat(back.body()).contains("stays, as it was before.");
        anonymous(tenant).get("/").expect(200);

        begin(tenant);
        var refused = owner.submit(begun, page + "/deletion/cancellation", Map.of());
        assertThat(refused.body()).contains("The platform began this deletion.");
        anonymous(tenant).get("/").expect(503);
        assertThat(new Browser().open(urls.platform(page).toString()).address()).isEqualTo(urls.platform("/login"));
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

    private String elastic(String path) throws IOException, InterruptedException {
        var address = services().service(Kind.ELASTICSEARCH).address();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                .body();
    }

    /** A job, an event that waits for the operator, and a key that is no session. */
    private void underWay(Tenant tenant) {
        var id = tenant.id().toString();
        jdbc.sql("""
                        insert into control.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values ('of-a-tenant', ?, now() + interval '1 year', false, 1)""").param(id).update();
        jdbc.sql("""
                        insert into control.late_event (id, listener_id, event_type, serialized_event, publication_date,
                            completion_attempts, failures)
                        values (?, 'nobody', 'nothing', ?, now(), 1, 1)""").params(Ids.next(), "{\"tenant\":\"" + id + "\"}").update();
        try (var connection = redis.getConnection()) {
            connection
                    .stringCommands()
                    .set(("t:" + id + ":rush:line").getBytes(StandardCharsets.US_ASCII), new byte[] {1});
        }
        assertThat(keys(tenant)).isPositive();
    }

    private int keys(Tenant tenant) {
        try (var connection = redis.getConnection()) {
            return connection
                    .keyCommands()
                    .keys(("t:" + tenant.id() + "*").getBytes(StandardCharsets.US_ASCII))
                    .size();
        }
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
