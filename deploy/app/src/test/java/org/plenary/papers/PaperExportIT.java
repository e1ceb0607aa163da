package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.Permission;
import org.plenary.kernel.Csv;
import org.plenary.kernel.Ids;
import org.plenary.kernel.TableFile;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers to take away, for spreadsheets, programs, reference managers and publishers. */
class PaperExportIT extends CallFixture {
    private static final String EXPORT = "/manage/conferences/robots/papers/export?format=";
    private static final String PASSWORD = "four unrelated words";
    private static final String TITLE = "Grasping <soft> & \"wet\" things, 100% of {them}";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    private final Browser browser = new Browser();

    @Test
    void eachFormatHasThePapersAsTheyAre() throws Exception {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        anonymous(tenant).post(CONFERENCE + "/submissions", odd()).expect(201);
        anonymous(tenant).post(CONFERENCE + "/submissions", paper("=cmd()")).expect(201);
        signIn(tenant);

        var csv = Csv.parse(new String(file(tenant, "csv"), StandardCharsets.UTF_8));
        assertThat(csv).hasSize(3);
        assertThat(csv.get(1)).contains(TITLE, "Ada Lovelace||CN|ada@example.org; Grace Hopper|||");
        assertThat(csv.get(2)).as("no formula").contains("'=cmd()");
        var sheet = TableFile.of(file(tenant, "xlsx"));
        assertThat(sheet.rows()).hasSize(2);
        assertThat(sheet.rows().getFirst()).contains(TITLE);
        var api = as(tenant, Permission.PAPERS_READ);
        var json = api.get(CONFERENCE + "/submissions:export?format=json")
                .expect(200)
                .json();
        assertThat(json.at("/0/title").asString()).isEqualTo(TITLE);
        assertThat(api.get(CONFERENCE + "/submissions:export?format=bibtex")
                        .expect(200)
                        .body())
                .contains(
                        "@inproceedings{robots-1,", "100\\% of \\{them\\}", "author = {Ada Lovelace and Grace Hopper}");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file(tenant, "jats")))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("paper-1.xml");
            var article = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(zip.readAllBytes()));
            assertThat(article.getElementsByTagName("article-title").item(0).getTextContent())
                    .isEqualTo(TITLE);
            assertThat(article.getElementsByTagName("string-name").getLength()).isEqualTo(2);
            assertThat(article.getElementsByTagName("subject").item(0).getTextContent())
                    .isEqualTo("Learning");
        }
    }

    @Test
    void anExportIsNarrowedAsTheListIsAndRefusesWhatItDoesNotKnow() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        anonymous(tenant).post(CONFERENCE + "/submissions", paper("One")).expect(201);
        anonymous(tenant).post(CONFERENCE + "/submissions", paper("Two")).expect(201);
        var staff = owner(tenant);
        staff.post(CONFERENCE + "/submissions/2/decision", Map.of("decision", "accept"))
                .expect(200);

        assertThat(staff.get(CONFERENCE + "/submissions:export?status=accepted")
                        .expect(200)
                        .body())
                .contains("Two")
                .doesNotContain("One");
        assertThat(staff.get(CONFERENCE + "/submissions:export?format=doc")
                        .expect(422)
                        .body())
                .contains("/format");
        anonymous(tenant).get(CONFERENCE + "/submissions:export").expect(401);
    }

    private byte[] file(Tenant tenant, String format) {
        var answer = browser.open(urls.tenant(tenant, EXPORT + format).toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.content();
    }

    private static Map<String, Object> odd() {
        var odd = new HashMap<>(paper(TITLE));
        odd.put("keywords", List.of("soft", "wet"));
        return odd;
    }

    private void signIn(Tenant tenant) {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var form = browser.open(
                urls.tenant(tenant, "/manage/conferences/robots/papers").toString());
        browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
    }
}
