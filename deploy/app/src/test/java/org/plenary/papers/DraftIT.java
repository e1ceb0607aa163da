package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** A paper is kept while it is being written, and opened again by its address. */
class DraftIT extends CallFixture {
    private static final String SUBMIT = "/c/robots/submit";

    @Autowired
    private Urls urls;

    private final Browser browser = new Browser();

    @Test
    void whatWasTypedIsThereAgainAtTheDraftsAddressUntilItIsSubmitted() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var first = save(tenant, Map.of("title", "Half a thought", "authors.0.name", "Ada", "unknown", "not kept"));
        assertThat(first.body()).contains("Draft kept at");
        var address = first.headers().firstValue("HX-Replace-Url").orElseThrow();
        var secret = URI.create(address).getQuery().replace("draft=", "");

        var again = save(tenant, Map.of("draft", secret, "title", "A whole thought", "authors.0.name", "Ada"));
        assertThat(again.headers().firstValue("HX-Replace-Url")).contains(address);
        var opened = browser.open(urls.tenant(tenant, address).toString());
        assertThat(opened.body()).contains("A whole thought", "value=\"Ada\"", "not submitted yet");

        var complete = new HashMap<String, String>();
        complete.put("draft", secret);
        complete.put("title", "A whole thought");
        complete.put("abstract", "It is thought through.");
        complete.put("track", "learning");
        complete.put("authors.0.name", "Ada");
        complete.put("authors.0.email", "ada@example.org");
        complete.put("corresponding", "0");
        complete.put("conflicts", "li@example.org | advisor\n\nexample.edu");
        var submitted = browser.submit(opened, SUBMIT, complete);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        assertThat(submitted.address().getPath()).isEqualTo("/c/robots/submissions/1");
        var kept = owner(tenant).get(CONFERENCE + "/submissions/1").expect(200).json();
        assertThat(kept.at("/conflicts/0/who").asString()).isEqualTo("li@example.org");
        assertThat(kept.at("/conflicts/0/reason").asString()).isEqualTo("advisor");
        assertThat(kept.at("/conflicts/1/who").asString()).isEqualTo("example.edu");
        assertThat(browser.open(urls.tenant(tenant, address).toString()).body())
                .doesNotContain("A whole thought", "not submitted yet");
    }

    @Test
    void aDraftIsOpenedByItsSecretAtItsOwnConferenceOnly() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var other = aTenantWithCall("2099-01-31T23:59");
        var address = save(tenant, Map.of("title", "Mine alone"))
                .headers()
                .firstValue("HX-Replace-Url")
                .orElseThrow();

        assertThat(browser.open(urls.tenant(other, address).toString()).body()).doesNotContain("Mine alone");
        assertThat(browser.open(urls.tenant(tenant, SUBMIT + "?draft=guessed").toString())
                        .body())
                .doesNotContain("Mine alone");
    }

    @Test
    void afterTheDeadlineNoDraftIsKept() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var page = browser.open(urls.tenant(tenant, SUBMIT).toString());
        owner(tenant)
                .post(
                        CONFERENCE + "/call-for-papers",
                        Map.of("deadline", Map.of("at", "2020-01-31T23:59", "zone", "AoE")))
                .expect(200);

        assertThat(browser.submit(page, SUBMIT + "/draft", Map.of("title", "Too late"))
                        .status())
                .isEqualTo(409);
    }

    private Browser.View save(Tenant tenant, Map<String, String> fields) {
        var page = browser.open(urls.tenant(tenant, SUBMIT).toString());
        var saved = browser.submit(page, SUBMIT + "/draft", fields);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        return saved;
    }
}
