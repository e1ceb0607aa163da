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

    /** The program is told in English; whoever reads the page is not. */
    @Test
    void whatIsWrongWithARowIsSaidInTheReadersLanguage() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        var file = """
                {"id": "a", "title": "Good", "authors": ["Ada"]}
                {"id": "a", "title": "Twice", "authors": ["Ada"]}
                {"id": "b", "title": "", "authors": [], "colour": "red"}
                {"id": "c", "title": "Odd", "authors": [{"name": "Ada", "country": "Atlantis"}], "decision": "maybe"}
                {"id": "d", "title": "Odd", "authors": "Ada", "track": "cooking", "source": "%s"}
                {"id": "e", "title": "Many", "authors": [%s"Ada"]}
                no row
                """.formatted("s".repeat(501), "\"Ada\",".repeat(50));
        var told = owner(tenant)
                .send(
                        "POST",
                        CONFERENCE + "/submissions:import",
                        "application/x-ndjson",
                        file.getBytes(StandardCharsets.UTF_8))
                .expect(422)
                .json()
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/detail").asString())
                .toList();

        var path = upload(chair, tenant, file).address().getPath();
        var chinese = chair.open(at(tenant, path + "?lang=zh-CN")).body();

        assertThat(told).hasSize(12);
        assertThat(chinese)
                .contains(
                        "前面的行已有此 id。",
                        "此项必填。",
                        "没有此名称的字段",
                        "没有这个国家或地区",
                        "无法识别此录用结果",
                        "值的类型不正确",
                        "没有此选项。",
                        "最多 500 个字符。",
                        "数量过多。",
                        "无法读取此行。")
                .contains("整行", "authors › 1 › country")
                .doesNotContain(told)
                .doesNotContain("{0}");
        assertThat(chair.open(at(tenant, path + "?lang=en")).body())
                .contains("An earlier row has this id.", "Use at most 500 characters.", "The whole row");
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
