package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantRegistry;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands around public pages: footer, font, and what is told to search engines. */
class SiteFrameIT extends PlenaryIT {
    private static final Map<String, Object> ABOUT =
            Map.of("title", "About us", "text", "We are **robots**.", "status", "published");

    @Autowired
    private Accounts accounts;

    @Autowired
    private TenantRegistry registry;

    @Test
    void theFooterAndTheFontShowOnPublicPages() {
        var tenant = aTenant();
        var organizer = organizer(tenant);
        var fields = Map.of(
                "font", "source-serif-4",
                "email", "office@robots.example",
                "phone", "+49 89 1234",
                "imprint", "/pages/imprint",
                "privacy", "https://robots.example/privacy",
                "social", "https://www.linkedin.com/company/robots\nhttps://robots.example/@us",
                "text.en", "Robots <e.V.>\nMunich");

        var saved = organizer.submit("/manage/site", "/manage/site", fields);

        assertThat(saved.body()).contains("It shows on all public pages");
        var page = anonymous(tenant)
                .with("Accept-Language", "en")
                .get("/")
                .expect(200)
                .body();
        assertThat(page)
                .contains("mailto:office@robots.example", "tel:+49891234", "href=\"/pages/imprint\"", "LinkedIn")
                .contains("Robots &lt;e.V.&gt;", "https://robots.example/privacy", "robots.example</span>");
        var sheet = page.replaceAll("(?s).*href=\"(/css/font-source-serif-4[^\"]*)\".*", "$1");
        assertThat(anonymous(tenant).get(sheet).expect(200).body()).contains("Source Serif 4", "Songti SC");
        anonymous(tenant).get("/fonts/source-serif-4-latin-wght-normal.woff2").expect(200);
        assertThat(organizer.open("/manage/site").body()).doesNotContain("/css/font-source");
    }

    @Test
    void linksThatDoMoreThanLeadSomewhereAreRefused() {
        var organizer = organizer(aTenant());
        for (var link : new String[] {
            "javascript:alert(1)",
            "//evil.example",
            "/\\evil.example",
            "http://robots.example",
            "https://a@evil.example"
        }) {
            var imprint = organizer.submit("/manage/site", "/manage/site", Map.of("imprint", link));
            var social = organizer.submit("/manage/site", "/manage/site", Map.of("social", link));

            assertThat(imprint.status()).as(link).isEqualTo(422);
            assertThat(social.status()).as(link).isEqualTo(422);
        }
    }

    @Test
    void aPublicPageNamesItsOneAddressOnTheOrganizationsOwnDomain() {
        var tenant = aTenant();
        owner(tenant).put("/api/v1/tenant/pages/about", ABOUT).expect(201);
        registry.useDomain(tenant.id(), tenant.slug() + ".example.org");

        var page = anonymous(tenant).get("/pages/about?lang=zh-CN").expect(200).body();

        var address = "://" + tenant.slug() + ".example.org";
        assertThat(page)
                .containsPattern("rel=\"canonical\" href=\"http" + address + "[:0-9]*/pages/about\\?lang=zh-CN\"")
                .containsPattern("hreflang=\"en\" href=\"http" + address + "[:0-9]*/pages/about\\?lang=en\"")
                .containsPattern("hreflang=\"x-default\" href=\"http" + address + "[:0-9]*/pages/about\"")
                .contains("property=\"og:title\" content=\"About us\"", "content=\"We are robots.\"")
                .doesNotContain("noindex");
    }

    @Test
    void whatIsNotForEverybodyIsNotForSearchEngines() {
        var tenant = aTenant();
        RegistrationFixture.aConference(owner(tenant));
        var draft = organizer(tenant).open("/c/conf27");

        assertThat(draft.body()).contains("noindex").doesNotContain("rel=\"canonical\"");
        assertThat(anonymous(tenant).get("/robots.txt").expect(200).body()).contains("Disallow: /\n");
        owner(tenant).put("/api/v1/tenant/pages/about", ABOUT).expect(201);
        assertThat(anonymous(tenant).get("/robots.txt").body()).doesNotContain("Disallow: /\n");
        operator()
                .patch("/api/v1/operator/tenants/" + tenant.slug(), Map.of("status", "suspended", "reason", "test"))
                .expect(200);
        var suspended = anonymous(tenant).with("Accept", "text/html").get("/").expect(503);
        assertThat(suspended.headers().firstValue("X-Robots-Tag")).contains("noindex");
    }

    private SiteOrganizer organizer(Tenant tenant) {
        return SiteOrganizer.of(tenant, accounts, anonymous(tenant).port());
    }
}
