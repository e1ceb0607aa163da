package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantHost;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody receives a name that is hidden from them. Every page, file and resource that there is of organizations is asked for, as each of
 * those who must not know; new ones are among them without being named here.
 */
class BlindingIT extends ReviewFixture {
    private static final Map<String, Object> AUTHOR = Map.of(
            "name",
            "Quillacanary Authorsen",
            "email",
            "quillacanary@authorlab.example",
            "affiliation",
            "Authorlab Canary",
            "country",
            "NZ");
    private static final List<String> OF_AUTHORS = List.of("Quillacanary", "quillacanary", "authorlab", "Authorlab");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private int opened;

    @Test
    void noRoleReceivesANameThatIsHiddenFromItByAnyAddressOrMail() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        blinding(owner, "double");
        var secret =
                submit(tenant, "Seen by nobody", AUTHOR, PaperPdf.signed("Seen by nobody", "Quillacanary Authorsen"));
        var rita = reviewer(tenant, "Ritacanary Readwell", "ritacanary-" + tenant.slug() + "@uni-one.example");
        var omar = reviewer(tenant, "Omarcanary Otherwise", "omarcanary-" + tenant.slug() + "@uni-two.example");
        var zoe = reviewer(tenant, "Zoecanary Elsewhere", "zoecanary-" + tenant.slug() + "@uni-three.example");
        var pia = reviewer(tenant, "Piacanary Delegates", "piacanary-" + tenant.slug() + "@uni-four.example");
        plan(
                chair,
                tenant,
                Map.of(
                        "discussion", "true",
                        "bidding_until", "2099-02-01T12:00",
                        "rebuttal_until", "2099-03-01T12:00"));
        give(owner, 1, rita.email());
        give(owner, 1, omar.email());
        give(owner, 1, pia.email());
        review(tenant, rita, 1, 5, "Lit.");
        review(tenant, omar, 1, 2, "Dark.");
        var show = "/manage/conferences/robots/papers/reviewing";
        chair.submit(chair.open(at(tenant, show)), show + "/plan/shown", Map.of("shown", "true"));
        eventually(
                "authors are told",
                () -> inbox().mails("quillacanary@authorlab.example").size() == 2);

        eventually(
                "reviewers have the file",
                () -> rita.browser()
                                .open(at(tenant, "/review/robots/papers/1/file"))
                                .status()
                        == 200);
        var file = rita.browser().open(at(tenant, "/review/robots/papers/1/file"));
        assertThat(PaperPdf.namesIn(PaperPdf.signed("", "Quillacanary Authorsen"), "Quillacanary"))
                .as("as it was handed in")
                .isNotEmpty();
        assertThat(PaperPdf.namesIn(file.content(), "Quillacanary")).isEmpty();
        assertThat(PaperPdf.text(file.content())).contains("Seen by nobody");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"paper-1.pdf\"");

        var sub = "subacanary-" + tenant.slug() + "@uni-five.example";
        var link = subReviewer(tenant, chair, pia, sub);

        var paths = paths();
        assertThat(written(tenant, link, paths, all(OF_AUTHORS, "Ritacanary", "Omarcanary", "Zoecanary")))
                .as("who writes for a reviewer")
                .isEmpty();
        assertThat(told(
                        tenant,
                        new Browser(),
                        paths,
                        "",
                        all(OF_AUTHORS, "Ritacanary", "Omarcanary", "Zoecanary", "Piacanary", "ubacanary")))
                .as("anybody")
                .isEmpty();
        assertThat(told(
                        tenant,
                        rita.browser(),
                        paths,
                        "",
                        all(OF_AUTHORS, "Omarcanary", "omarcanary", "Zoecanary", "iacanary", "ubacanary")))
                .as("a reviewer of the paper")
                .isEmpty();
        assertThat(told(
                        tenant,
                        zoe.browser(),
                        paths,
                        "",
                        all(OF_AUTHORS, "Omarcanary", "Ritacanary", "ritacanary", "iacanary", "ubacanary")))
                .as("a reviewer of other papers")
                .isEmpty();
        assertThat(told(tenant, pia.browser(), paths, "", all(OF_AUTHORS, "Omarcanary", "Ritacanary", "ritacanary")))
                .as("a reviewer of the paper who has somebody write for them")
                .isEmpty();
        var ofReviewers = List.of("itacanary", "marcanary", "oecanary", "iacanary", "ubacanary");
        assertThat(told(tenant, new Browser(), paths, "?secret=" + secret, ofReviewers))
                .as("the authors")
                .isEmpty();
        assertThat(opened).as("pages that showed something").isGreaterThan(20);
        for (var email : List.of(rita.email(), omar.email(), zoe.email(), pia.email(), sub))
            assertThat(mailsTo(email)).doesNotContain("Quillacanary", "authorlab", "Seen by nobody");
        for (var email : List.of(rita.email(), omar.email(), zoe.email()))
            assertThat(mailsTo(email)).doesNotContain("ubacanary", "iacanary");
        assertThat(mailsTo(sub)).contains("Piacanary").doesNotContain("itacanary", "marcanary", "oecanary");
        assertThat(mailsTo("quillacanary@authorlab.example")).doesNotContain(ofReviewers);
    }

    /** Somebody whom a reviewer asked to write, and who said yes. @return their link */
    private String subReviewer(Tenant tenant, Browser chair, Person reviewer, String email) {
        var rule = "/manage/conferences/robots/papers/reviewing/sub-reviewers";
        var rules = chair.open(at(tenant, rule));
        chair.submit(rules, rule, Map.of("most", "1", "version", value(rules, "version")));
        var own = "/review/robots/papers/1/sub-review";
        var wish = Map.of("name", "Subacanary Writer", "email", email, "language", "en", "due", "2099-01-01");
        var far = reviewer.browser().submit(reviewer.browser().open(at(tenant, own)), own, wish);
        assertThat(far.status()).as("too far away").isEqualTo(422);
        var soon = Map.of("name", "Subacanary Writer", "email", email, "language", "en", "due", soon());
        assertThat(reviewer.browser().submit(far, own, soon).status()).isEqualTo(200);
        var link = link(email, "/sub-reviews/");
        var parts = link.substring(link.indexOf("/c/")).split("\\?secret=");
        var browser = new Browser();
        var form = browser.submit(browser.open(link), parts[0], Map.of("secret", parts[1], "answer", "yes"));
        assertThat(form.body()).contains("Seen by nobody", "Hand over to Piacanary Delegates");
        return link;
    }

    private static String soon() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
    }

    /** What of these somebody receives who has the link of a sub-review: there, and with it at any other address. */
    private List<String> written(Tenant tenant, String link, List<String> paths, List<String> hidden) {
        var parts = link.substring(link.indexOf("/c/")).split("\\?");
        var file = new Browser().open(at(tenant, parts[0] + "/file?" + parts[1]));
        assertThat(file.status()).isEqualTo(200);
        assertThat(PaperPdf.namesIn(file.content(), "Quillacanary")).isEmpty();
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"paper-1.pdf\"");
        var own = all(paths, parts[0], parts[0] + "/file", parts[0] + "/review");
        return told(tenant, new Browser(), own, "?" + parts[1], hidden);
    }

    /** All addresses of organizations that can be read, with what they are about put in. */
    private List<String> paths() {
        var paths = new ArrayList<String>();
        for (var entry : mappings.getHandlerMethods().entrySet()) {
            var handler = entry.getValue();
            if (!AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), TenantHost.class)) continue;
            var methods = entry.getKey().getMethodsCondition().getMethods();
            if (!methods.isEmpty() && !methods.contains(RequestMethod.GET)) continue;
            for (var pattern : entry.getKey().getPatternValues())
                paths.add(pattern.replace("{conference}", "robots")
                        .replaceAll("\\{number[^/]*}", "1")
                        .replaceAll("/\\*\\*$", "/x")
                        .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000"));
        }
        assertThat(paths)
                .hasSizeGreaterThan(200)
                .contains(
                        "/review/robots/papers/1",
                        "/review/robots/papers/1/file",
                        "/c/robots/submissions/1/reviews",
                        "/c/robots/submissions/1/file-check");
        return paths;
    }

    /** What of these somebody receives, and where. */
    private List<String> told(Tenant tenant, Browser browser, List<String> paths, String query, List<String> hidden) {
        var found = new ArrayList<String>();
        for (var path : paths) {
            var answer = browser.open(at(tenant, path + query));
            if (answer.status() == 200) opened++;
            var seen = answer.body() + answer.headers().map();
            for (var name : hidden)
                if (seen.contains(name)) found.add(name + " at " + path + " (" + answer.status() + ")");
        }
        return found;
    }

    private static List<String> all(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
