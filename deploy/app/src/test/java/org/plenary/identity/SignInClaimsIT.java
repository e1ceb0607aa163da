package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tenants' hosts are told of how somebody has signed in, and what follows when that is worth less than before. */
class SignInClaimsIT extends AccountFixture {
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String VERIFIER = "a-proof-key-of-more-than-forty-three-characters";

    @Autowired
    private ClientRegistrationRepository logins;

    @Autowired
    private OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> exchange;

    /** As the tenant's host gets it. */
    private JsonNode idToken(Tenant tenant) {
        var registration = registration(tenant);
        var back = back(tenant);
        var asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(urls.platform("/oauth2/authorize").toString())
                .clientId(registration.getClientId())
                .redirectUri(back)
                .attributes(Map.of("code_verifier", VERIFIER))
                .build();
        var answer = OAuth2AuthorizationResponse.success(code(tenant))
                .redirectUri(back)
                .build();
        var token = (String) exchange.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                        registration, new OAuth2AuthorizationExchange(asked, answer)))
                .getAdditionalParameters()
                .get("id_token");
        return claims(token);
    }

    private String code(Tenant tenant) {
        var sent = platform()
                .with("Cookie", SESSION + "=" + session(browser))
                .get("/oauth2/authorize?response_type=code&scope=openid&state=s&nonce=n&client_id="
                        + registration(tenant).getClientId()
                        + "&code_challenge_method=S256&code_challenge=" + challenge() + "&redirect_uri="
                        + URLEncoder.encode(back(tenant), StandardCharsets.UTF_8));
        var code = CODE.matcher(sent.headers().firstValue("Location").orElse(""));
        assertThat(code.find()).as("%s %s", sent.status(), sent.headers()).isTrue();
        return code.group(1);
    }

    private ClientRegistration registration(Tenant tenant) {
        return Tenancy.callAs(tenant, () -> logins.findByRegistrationId("plenary"));
    }

    private String back(Tenant tenant) {
        return urls.tenant(tenant, "/login/oauth2/code/plenary").toString();
    }

    private static JsonNode claims(String token) {
        return JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(JsonNode token) {
        return token.at("/amr") + " " + token.at("/acr").asString();
    }

    private void stored(UUID account, String proof) {
        jdbc.sql("update control.sign_in set proof = ? where account_id = ?")
                .params(proof, account)
                .update();
    }

    private String stored(UUID account) {
        return jdbc.sql("select string_agg(proof, ' ') from control.sign_in where account_id = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    @Test
    void theTokenSaysByWhatSomebodyHasSignedIn() {
        var account = account();
        var tenant = owned(account);
        signIn(browser);

        assertThat(shown(idToken(tenant))).isEqualTo("[\"pwd\"] one-factor");
        stored(account, "PASSWORD_AND_CODE");
        assertThat(shown(idToken(tenant))).isEqualTo("[\"pwd\",\"otp\",\"mfa\"] two-factor");
        stored(account, "PASSKEY");
        assertThat(shown(idToken(tenant))).isEqualTo("[\"pop\",\"mfa\"] two-factor");
        jdbc.sql("update control.sign_in set proof = 'PASSWORD', via = 'GOOGLE' where account_id = ?")
                .param(account)
                .update();
        assertThat(shown(idToken(tenant))).isEqualTo("[\"fed\"] one-factor");
    }

    /** Hosts redeem it in the same process; whoever has their secret may do so from elsewhere, once. */
    @Test
    void theCodeCanBeRedeemedOnceOverHttp() {
        var account = account();
        var tenant = owned(account);
        signIn(browser);
        var host = registration(tenant);
        var basic = Base64.getEncoder()
                .encodeToString((host.getClientId() + ":" + host.getClientSecret()).getBytes(StandardCharsets.UTF_8));
        var redeeming = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code(tenant),
                "redirect_uri",
                back(tenant),
                "code_verifier",
                VERIFIER);

        var wrong = platform()
                .with("Authorization", "Basic " + basic)
                .form("/oauth2/token", Map.of("grant_type", "authorization_code", "code", "guessed"));
        assertThat(wrong.status()).isEqualTo(400);
        var answer = platform()
                .with("Authorization", "Basic " + basic)
                .form("/oauth2/token", redeeming)
                .expect(200);

        var token = claims(answer.text("/id_token"));
        assertThat(token.at("/sub").asString()).isEqualTo(account.toString());
        assertThat(token.at("/auth_time").asLong())
                .isEqualTo(jdbc.sql(
                                "select floor(extract(epoch from started_at))::bigint from control.sign_in where account_id = ?")
                        .param(account)
                        .query(Long.class)
                        .single());
        assertThat(platform()
                        .with("Authorization", "Basic " + basic)
                        .form("/oauth2/token", redeeming)
                        .text("/error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void removingTheLastPasskeyTakesThePasswordAndLeavesNothingStrongerThanIt() {
        var account = account();
        var other = accounts.createOwner("Eve", "eve-" + email, quickHash(PASSWORD));
        var theirs = passkey(other);
        signIn(browser);
        var passkey = passkey(account);
        stored(account, "PASSKEY");
        jdbc.sql("insert into control.recovery_code (account_id, code_hash) values (?, 'x')")
                .param(account)
                .update();
        var path = "/account/passkeys/" + passkey + "/removal";
        var page = open(browser, path);

        assertThat(page.body()).contains("Laptop");
        assertThat(open(browser, "/account/passkeys/" + theirs + "/removal").status())
                .isEqualTo(404);
        assertThat(browser.submit(page, path, Map.of("current", "not the password"))
                        .status())
                .isEqualTo(422);
        browser.submit(page, "/account/passkeys/" + theirs + "/removal", Map.of("current", PASSWORD));
        assertThat(passkeys(other)).isOne();
        assertThat(browser.submit(page, path, Map.of("current", PASSWORD)).body())
                .contains("The passkey was removed.");

        assertThat(passkeys(account)).isZero();
        assertThat(stored(account)).isEqualTo("PASSWORD");
        assertThat(jdbc.sql("select count(*) from control.recovery_code where account_id = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(audited("account.passkey-removed", account)).isOne();
        eventually("the owner is told", () -> mails("Your Plenary account was changed") == 1);
    }

    private UUID passkey(UUID account) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into control.passkey
                            (id, account_id, credential_id, name, public_key, attestation, client_data, signature_count,
                             user_verified, backup_eligible, backed_up, transports, created_at)
                        values (?, ?, ?, 'Laptop', '', '', '', 0, true, false, false, '', now())""").params(id, account, id.toString()).update();
        return id;
    }

    private long passkeys(UUID account) {
        return jdbc.sql("select count(*) from control.passkey where account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }
}
