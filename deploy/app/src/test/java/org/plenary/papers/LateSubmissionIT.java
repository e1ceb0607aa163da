package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** After the deadline papers come in by leave of the organizers only (CFP-04). */
class LateSubmissionIT extends CallFixture {
    private static final String LATE = "/manage/conferences/robots/papers/call/late";
    private static final String PASSWORD = "four unrelated words";
    private static final Pattern LINK = Pattern.compile("/c/robots/submit\\?late=([0-9A-Za-z_-]+)");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    private final Browser browser = new Browser();

    @Test
    void aLinkLetsOnePaperInAndItsAuthorMayChangeItAsLongAsTheLinkHolds() {
        var tenant = aTenantWithCall("2020-01-31T23:59");
        var author = anonymous(tenant);
        author.post(CONFERENCE + "/submissions", paper("Too late")).expect(409);
        author.post(CONFERENCE + "/submissions?late=guessed", paper("Too late")).expect(409);
        var token = aLink(tenant, "");

        assertThat(author.get("/c/robots/submit?late=" + token).expect(200).body())
                .contains("authors.0.name");
        var secret = author.post(CONFERENCE + "/submissions?late=" + token, paper("By leave"))
                .expect(201)
                .text("/secret");
        author.post(CONFERENCE + "/submissions?late=" + token, paper("A second"))
                .expect(409);

        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "Corrected"))
                .expect(200);
        var list = browser.open(urls.tenant(tenant, LATE).toString());
        assertThat(list.body()).contains("Used").doesNotContain(token);
        var revocation = Pattern.compile("late/([0-9a-f-]{36})/revocation").matcher(list.body());
        assertThat(revocation.find()).isTrue();
        browser.submit(list, LATE + "/" + revocation.group(1) + "/revocation", Map.of());
        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "Again"))
                .expect(409);
    }

    @Test
    void aPaperThatIsThereIsOpenedAgainByItsNumber() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var author = anonymous(tenant);
        var secret = author.post(CONFERENCE + "/submissions", paper("In time"))
                .expect(201)
                .text("/secret");
        owner(tenant)
                .post(
                        CONFERENCE + "/call-for-papers",
                        Map.of("deadline", Map.of("at", "2020-01-31T23:59", "zone", "AoE")))
                .expect(200);
        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "Later"))
                .expect(409);
        signIn(tenant);
        var page = browser.open(urls.tenant(tenant, LATE).toString());

        var unknown = browser.submit(page, LATE, leave("2"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("There is no such paper.", "Fell ill");
        browser.submit(page, LATE, leave("1"));

        author.patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("title", "Later", "track", ""))
                .expect(200);
    }

    private String aLink(Tenant tenant, String paper) {
        signIn(tenant);
        var page = browser.open(urls.tenant(tenant, LATE).toString());
        var given = browser.submit(page, LATE, leave(paper));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        var link = LINK.matcher(given.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Map<String, String> leave(String paper) {
        return Map.of("note", "Fell ill", "paper", paper, "until", "2098-12-31T23:59");
    }

    private void signIn(Tenant tenant) {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var form = browser.open(urls.tenant(tenant, LATE).toString());
        browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
    }
}
