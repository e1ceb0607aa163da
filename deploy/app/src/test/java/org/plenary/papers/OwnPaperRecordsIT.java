package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.identity.OwnRecords;
import org.plenary.identity.OwnRecords.Who;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody gets of their papers in the copy of their data, and what of it stays when they leave. */
class OwnPaperRecordsIT extends FinalFixture {
    @Autowired
    private List<OwnRecords> records;

    @Test
    void anAuthorsCopyHoldsTheirLetterAndTheirSignatureWhichStayAndSaySo() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "A paper to sign", "Ada Authorsen");
        accepted(tenant, 2, "Of somebody else", "Bo Otherwise");
        copyrightForm(chair(tenant), tenant, "We agree.", false);
        sign(tenant, 1, secret, "Ada Authorsen");
        var ada = new Who(Ids.next(), "author-1-" + tenant.slug() + "@example.org");
        eventually(
                "the letter is issued", () -> copy(tenant, ada, Locale.ENGLISH).containsKey("acceptance_letters"));

        var copy = copy(tenant, ada, Locale.ENGLISH);
        assertThat(copy.get("acceptance_letters").toString())
                .contains("ROBOTS-ACC-", "Ada Authorsen", "stays when you leave")
                .doesNotContain("Bo Otherwise");
        assertThat(copy.get("copyright_signatures").toString())
                .contains("A paper to sign", "Ada Authorsen", "stays when you leave")
                .doesNotContain("Of somebody else");
        assertThat(copy(tenant, ada, Locale.SIMPLIFIED_CHINESE).toString()).contains("仍会保留");
        assertThat(copy(tenant, new Who(Ids.next(), "nobody@example.org"), Locale.ENGLISH))
                .isEmpty();

        Tenancy.runAs(tenant, () -> records.forEach(each -> each.leave(ada)));
        assertThat(copy(tenant, ada, Locale.ENGLISH)).containsKeys("acceptance_letters", "copyright_signatures");
    }

    @Test
    void whoWroteForAReviewerTakesTheirTextsAlongAndIsForgotten() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        submit(tenant, "Grasping", Map.of("name", "Quilla Authorsen", "email", "quilla@secret-lab.example"));
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());
        var rule = "/manage/conferences/robots/papers/reviewing/sub-reviewers";
        var rules = chair.open(at(tenant, rule));
        chair.submit(rules, rule, Map.of("most", "2", "version", value(rules, "version")));
        var sam = asked(tenant, rita, "sam");
        var tess = asked(tenant, rita, "tess");
        hand(link(sam.email(), "/sub-reviews/"));

        assertThat(copy(tenant, sam, Locale.ENGLISH).get("sub_reviews").toString())
                .contains("A lamp is missing.", "sam")
                .doesNotContain("Rita", "Quilla");
        Tenancy.runAs(tenant, () -> records.forEach(each -> each.leave(sam)));
        Tenancy.runAs(tenant, () -> records.forEach(each -> each.leave(tess)));
        Tenancy.runAs(tenant, () -> records.forEach(each -> each.leave(tess)));

        assertThat(copy(tenant, sam, Locale.ENGLISH)).doesNotContainKey("sub_reviews");
        assertThat(copy(tenant, tess, Locale.ENGLISH)).doesNotContainKey("sub_reviews");
        assertThat(rita.browser()
                        .open(at(tenant, "/review/robots/papers/1/sub-review"))
                        .body())
                .as("what she has stays, without a name")
                .contains("A lamp is missing.", "name is deleted")
                .doesNotContain("sam-", "tess-");
    }

    private Map<String, Object> copy(Tenant tenant, Who who, Locale language) {
        return Tenancy.callAs(tenant, () -> {
            var all = new HashMap<String, Object>();
            for (var each : records) all.putAll(each.of(who, language));
            return all;
        });
    }

    private Who asked(Tenant tenant, Person reviewer, String name) {
        var own = "/review/robots/papers/1/sub-review";
        var page = reviewer.browser().open(at(tenant, own));
        var email = name + "-" + tenant.slug() + "@uni-" + name + ".example";
        var due = value(page, "due", "[0-9-]+");
        var sent = Map.of("name", name + " Writer", "email", email, "language", "en", "due", due);
        assertThat(reviewer.browser().submit(page, own, sent).status()).isEqualTo(200);
        return new Who(Ids.next(), email);
    }

    private static String value(Browser.View page, String field, String like) {
        var input = Pattern.compile("name=\"" + field + "\" value=\"(" + like + ")\"")
                .matcher(page.body());
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private void hand(String link) {
        var parts = link.substring(link.indexOf("/c/")).split("\\?secret=");
        var form = author.submit(author.open(link), parts[0], Map.of("secret", parts[1], "answer", "yes"));
        var said = Map.of(
                "secret",
                parts[1],
                "version",
                value(form, "version"),
                "score",
                "5",
                "confidence",
                "4",
                "for_authors",
                "A lamp is missing.",
                "action",
                "hand");
        assertThat(author.submit(form, parts[0] + "/review", said).body()).contains("Your review is with");
    }
}
