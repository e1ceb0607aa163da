package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

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
        plan(
                chair,
                tenant,
                Map.of(
                        "discussion", "true",
                        "bidding_until", "2099-02-01T12:00",
                        "rebuttal_until", "2099-03-01T12:00"));
        give(owner, 1, rita.email());
        give(owner, 1, omar.email());
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

        var paths = paths();
        assertThat(told(tenant, new Browser(), paths, "", all(OF_AUTHORS, "Ritacanary", "Omarcanary", "Zoecanary")))
                .as("anybody")
                .isEmpty();
        assertThat(told(tenant, rita.browser(), paths, "", all(OF_AUTHORS, "Omarcanary", "omarcanary", "Zoecanary")))
                .as("a reviewer of the paper")
                .isEmpty();
        assertThat(told(tenant, zoe.browser(), paths, "", all(OF_AUTHORS, "Omarcanary", "Ritacanary", "ritacanary")))
                .as("a reviewer of other papers")
                .isEmpty();
        var ofReviewers = List.of("Ritacanary", "ritacanary", "Omarcanary", "omarcanary", "Zoecanary", "zoecanary");
        assertThat(told(tenant, new Browser(), paths, "?secret=" + secret, ofReviewers))
                .as("the authors")
                .isEmpty();
        assertThat(opened).as("pages that showed something").isGreaterThan(20);
        for (var person : List.of(rita, omar, zoe))
            assertThat(mailsTo(person.email())).doesNotContain("Quillacanary", "authorlab", "Seen by nobody");
        assertThat(mailsTo("quillacanary@authorlab.example")).doesNotContain(ofReviewers);
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
