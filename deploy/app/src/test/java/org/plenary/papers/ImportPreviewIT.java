package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;

/** Before papers are imported, whoever imports sees what would become of each row. */
class ImportPreviewIT extends ReviewFixture {
    private static final String IMPORT = "/manage/conferences/robots/papers/import";
    private static final String FILE = """
            {"id": "a", "title": "Soft grippers", "authors": ["Ada"]}
            {"id": "b", "title": "Hard problems", "authors": ["Bo"]}
            {"id": "c", "title": "", "authors": ["Cy"]}
            """;

    @Test
    void nothingIsWrittenUntilWhoeverImportsHasSeenWhatWouldBe() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);

        var checked = upload(chair, tenant, FILE);

        assertThat(checked.body())
                .contains("Nothing is written yet.", "Soft grippers", "Import the 2 good rows", "One row with errors");
        assertThat(papers(owner)).isZero();
        var path = checked.address().getPath();
        chair.submit(checked, path, Map.of());
        chair.submit(checked, path, Map.of());
        eventually("written", () -> papers(owner) == 2);

        var again = upload(chair, tenant, FILE.replace("Soft grippers", "Softer grippers"));

        assertThat(again.body().replaceAll("<[^>]*>|\\s+", " ").replaceAll(" +", " "))
                .contains("1 Softer grippers 1 changed", "2 Hard problems 2 unchanged");
        assertThat(owner.get(CONFERENCE + "/submissions/1").expect(200).text("/title"))
                .isEqualTo("Soft grippers");
    }

    @Test
    void aProgramCanTryAnImport() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var path = CONFERENCE + "/submissions:import?dry_run=true&partial=true";

        var tried = owner.send("POST", path, "application/x-ndjson", FILE.getBytes(StandardCharsets.UTF_8))
                .expect(200);

        assertThat(tried.json().at("/imported").asInt()).isZero();
        assertThat(tried.text("/results/0/status")).isEqualTo("imported");
        assertThat(tried.text("/results/2/status")).isEqualTo("invalid");
        assertThat(papers(owner)).isZero();
    }

    private Browser.View upload(Browser chair, Tenant tenant, String file) {
        return chair.upload(
                chair.open(at(tenant, IMPORT)), IMPORT, "file", "papers.jsonl", file.getBytes(StandardCharsets.UTF_8));
    }

    private static int papers(Http owner) {
        return owner.get(CONFERENCE + "/submissions")
                .expect(200)
                .json()
                .at("/items")
                .size();
    }
}
