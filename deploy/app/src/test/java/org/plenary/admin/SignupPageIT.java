package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;

class SignupPageIT extends PlenaryIT {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Test
    void theLandingPageIsThereInBothLanguages() {
        assertThat(platform().get("/").expect(200).body())
                .contains("href=\"/signup\"")
                .contains("Run your conference");
        assertThat(platform().get("/?lang=zh-CN").expect(200).body()).contains("创建您的机构");
    }

    @Test
    void aBrowserSignsUpAndIsSentToItsOwnHostSignedIn() {
        var slug = Signing.newSlug();
        var browser = new Browser();

        browser.get("/signup");
        var begun = browser.submit("/signup", fields(slug));
        assertThat(begun.status()).isEqualTo(302);
        var page = path(begun);
        assertThat(browser.get(page).body()).contains("name=\"code\"");
        assertThat(platform().get(page).status()).isEqualTo(404);
        eventually("the code is mailed", () -> !Signing.code(inbox(), slug).isEmpty());
        assertThat(browser.submit(page + "/code", Map.of("code", "abc")).status())
                .isEqualTo(422);
        assertThat(browser.submit(page + "/code", Map.of("code", Signing.code(inbox(), slug)))
                        .status())
                .isEqualTo(302);
        eventually("the page goes on", () -> browser.get(page).body().contains(page + "/enter"));

        var entered = browser.get(page + "/enter");
        assertThat(entered.status()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location").orElseThrow())
                .contains("//" + slug + ".localhost")
                .endsWith("/manage");
        assertThat(entered.headers().allValues("Set-Cookie")).isNotEmpty();
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndTheRestIsKept() {
        var browser = new Browser();
        browser.get("/signup");
        var fields = fields("www");

        var answer = browser.submit("/signup", fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("e-organization.slug")
                .contains("This address is reserved")
                .contains("Society www")
                .doesNotContain("correct horse");
    }

    @Test
    void anAddressIsSuggestedFromTheName() {
        var answer =
                platform().get("/signup/address?organization.name=Soci%C3%A9t%C3%A9+Nordique+" + Signing.newSlug());

        assertThat(answer.expect(200).body())
                .contains("value=\"societe-nordique-")
                .contains("is free");
    }

    private static Map<String, String> fields(String slug) {
        var fields = new LinkedHashMap<String, String>();
        Signing.organization(slug).forEach((name, value) -> fields.put("organization." + name, value.toString()));
        Signing.owner(slug).forEach((name, value) -> fields.put("owner." + name, value.toString()));
        return fields;
    }

    private static String path(Http.Answer answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** Keeps cookies and the token of the last form. */
    private static final class Browser {
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private String csrf = "";

        Http.Answer get(String path) {
            return seen(http().get(path));
        }

        Http.Answer submit(String path, Map<String, String> fields) {
            var all = new LinkedHashMap<>(fields);
            all.put("_csrf", csrf);
            return seen(http().form(path, all));
        }

        private Http http() {
            if (cookies.isEmpty()) return platform();
            var header = new StringBuilder();
            cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            return platform().with("Cookie", header.toString());
        }

        private Http.Answer seen(Http.Answer answer) {
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            var found = CSRF.matcher(answer.body());
            if (found.find()) csrf = found.group(1);
            return answer;
        }
    }
}
