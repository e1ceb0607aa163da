package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.beans.factory.annotation.Autowired;

class SignupIT extends PlenaryIT {
    @Autowired
    private TenantDirectory directory;

    @Test
    void anOrganizationSignsUpAndGoesOnByApi() {
        var slug = Signing.newSlug();

        var begun = platform().post("/api/v1/signups", Signing.body(slug)).expect(202);
        var id = begun.text("/id");
        assertThat(begun.text("/status")).isEqualTo("verifying_email");
        eventually("the code is mailed", () -> !Signing.code(inbox(), slug).isEmpty());
        platform()
                .post("/api/v1/signups/" + id + "/verify", Map.of("code", Signing.code(inbox(), slug)))
                .expect(200);
        eventually("it is ready", () -> Signing.status(platform(), id).equals("ready"));

        var ready = platform().get("/api/v1/signups/" + id);
        assertThat(ready.text("/tenant/slug")).isEqualTo(slug);
        assertThat(ready.text("/tenant/url")).contains("//" + slug + ".localhost");
        var client = platform()
                .post("/api/v1/signups/" + id + "/api-client", Map.of("secret", begun.text("/secret")))
                .expect(200);
        var token = platform().token(client.text("/client_id"), client.text("/client_secret"));
        var tenant =
                anonymous(tenant(slug)).withToken(token).get("/api/v1/tenant").expect(200);
        assertThat(tenant.text("/name")).isEqualTo("Society " + slug);
        assertThat(tenant.text("/locale")).isEqualTo("zh-CN");
        platform()
                .post("/api/v1/signups/" + id + "/api-client", Map.of("secret", begun.text("/secret")))
                .expect(409);
        eventually(
                "the owner is greeted",
                () -> inbox().mails(Signing.email(slug)).stream()
                        .anyMatch(m -> m.subject().contains("已就绪")));
    }

    @ParameterizedTest
    @CsvSource({
        "organization,slug,www,/organization/slug,reserved",
        "organization,slug,api,/organization/slug,reserved",
        "organization,slug,Bad_Slug,/organization/slug,slug",
        "organization,slug,a,/organization/slug,slug",
        "organization,slug,'a\";drop schema public--',/organization/slug,slug",
        "organization,slug,xn--80ak6aa92e,/organization/slug,slug",
        "organization,country,XX,/organization/country,country",
        "organization,locale,tlh,/organization/locale,choice",
        "organization,time_zone,Mars/Olympus,/organization/time_zone,time_zone",
        "organization,name,'',/organization/name,required",
        "owner,name,'',/owner/name,required",
        "owner,email,nobody,/owner/email,email"
    })
    void everyWrongMemberIsNamed(String part, String member, String value, String pointer, String code) {
        var slug = Signing.newSlug();
        var body = Signing.body(slug);
        var changed = part.equals("owner") ? Signing.owner(slug) : Signing.organization(slug);
        changed.put(member, value);
        body.put(part, changed);

        var answer = platform().post("/api/v1/signups", body).expect(422);

        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void aWeakPasswordIsRefused() {
        var slug = Signing.newSlug();
        var owner = Signing.owner(slug);
        owner.put("password", "password");
        var body = new LinkedHashMap<>(Signing.body(slug));
        body.put("owner", owner);

        var answer = platform().post("/api/v1/signups", body).expect(422);

        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/owner/password");
    }

    @Test
    void aSlugIsTakenByATenantAndByAnOpenSignup() {
        var slug = Signing.newSlug();
        platform().post("/api/v1/signups", Signing.body(slug)).expect(202);

        var open = platform().post("/api/v1/signups", Signing.body(slug)).expect(422);
        var tenant = platform()
                .post("/api/v1/signups", Signing.body(aTenant().slug()))
                .expect(422);

        assertThat(open.text("/errors/0/code")).isEqualTo("taken");
        assertThat(tenant.text("/errors/0/code")).isEqualTo("taken");
    }

    @Test
    void fiveWrongCodesEndIt() {
        var slug = Signing.newSlug();
        var id = platform()
                .post("/api/v1/signups", Signing.body(slug))
                .expect(202)
                .text("/id");
        eventually("the code is mailed", () -> !Signing.code(inbox(), slug).isEmpty());
        var right = Signing.code(inbox(), slug);
        var wrong = right.equals("123456") ? "654321" : "123456";

        for (var i = 0; i < 5; i++) {
            var answer = platform()
                    .post("/api/v1/signups/" + id + "/verify", Map.of("code", wrong))
                    .expect(422);
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/code");
        }

        platform()
                .post("/api/v1/signups/" + id + "/verify", Map.of("code", right))
                .expect(409);
        var ended = platform().get("/api/v1/signups/" + id).expect(200);
        assertThat(ended.text("/status")).isEqualTo("failed");
        assertThat(ended.text("/problem/code")).isEqualTo("too_many_wrong_codes");
        platform().post("/api/v1/signups", Signing.body(slug)).expect(202);
    }

    @Test
    void onlyItsSecretGivesAClientAndOnlyWhenItIsReady() {
        var begun = platform()
                .post("/api/v1/signups", Signing.body(Signing.newSlug()))
                .expect(202);
        var address = "/api/v1/signups/" + begun.text("/id") + "/api-client";

        platform().post(address, Map.of("secret", "guess")).expect(422);
        platform().post(address, Map.of("secret", begun.text("/secret"))).expect(409);
    }

    private Tenant tenant(String slug) {
        return directory.bySlug(slug).orElseThrow();
    }
}
