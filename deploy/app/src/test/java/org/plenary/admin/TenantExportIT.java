package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant that goes takes along. */
class TenantExportIT extends OffboardingFixture {
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
        assertThat(entries.get("README.md")).contains("### paper", "| title | text | yes |");
        assertThat(entries.get("README.md").lines().toList())
                .as("tables that have no words in admin-archive.properties")
                .noneMatch(line -> line.matches("[a-z_]+\\. Rows: .*"));
        assertThat(entries.get("README.zh-CN.md")).contains("### paper", "论文及其作者与版本");
        assertThat(entries.keySet().stream().filter(name -> name.startsWith("tables/")))
                .hasSize(tables(tenant.schema()) - 2);
    }

    @Test
    void anOwnerTakesAllAlongAndNothingInItIsAFormulaOrLost() throws Exception {
        var tenant = aTenant();
        var mark = furnish(tenant).mark();
        var formula = "=HYPERLINK(\"https://evil.example\")";
        jdbc.sql("update " + tenant.schema() + ".paper set title = ?")
                .param(formula)
                .update();
        var page = "/leaving/" + tenant.id();
        var owner = signedIn(page, email(mark));
        var shown = owner.open(urls.platform(page).toString());
        assertThat(shown.body()).contains("Put the data together").doesNotContain(page + "/export/archive");

        owner.submit(shown, page + "/export", Map.of());
        eventually(
                "it can be downloaded",
                () -> owner.open(urls.platform(page).toString()).body().contains(page + "/export/archive"));

        var bytes =
                owner.open(urls.platform(page + "/export/archive").toString()).content();
        var entries = unzip(bytes);
        assertThat(entries.get("tables/paper.csv")).contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"");
        var row = JsonMapper.shared().readTree(entries.get("json/paper.jsonl"));
        assertThat(row.at("/title").asString()).isEqualTo(formula);
        var schema = JsonMapper.shared().readTree(entries.get("schemas/paper.json"));
        assertThat(row.propertyNames())
                .containsExactlyElementsOf(schema.at("/properties").propertyNames());
        assertThat(schema.at("/properties").propertyNames()).doesNotContain("secret_hash");
        assertThat(entries.get("json/orders.jsonl")).doesNotContain("secret");
        for (var line : entries.get("SHA256SUMS").split("\n")) {
            var name = line.substring(line.indexOf("  ") + 2);
            var digest = MessageDigest.getInstance("SHA-256").digest(raw(bytes, name));
            assertThat(line).startsWith(HexFormat.of().formatHex(digest));
        }
        assertThat(entries.get("SHA256SUMS").split("\n")).hasSize(entries.size() - 1);
        assertThat(owner(tenant).get("/api/v1/audit?limit=50").body())
                .contains("tenant.export-asked", "tenant.export-downloaded");
        operator().get(address(tenant) + "/export").expect(404);

        jdbc.sql("update control.tenant_job set finished_at = now() - interval '8 days' where tenant_id = ?")
                .param(tenant.id().value())
                .update();
        eventually(
                "its time is over",
                () -> !owner.open(urls.platform(page).toString()).body().contains(page + "/export/archive"));
    }

    private static byte[] raw(byte[] archive, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals(name)) return zip.readAllBytes();
            throw new IOException(name);
        }
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
