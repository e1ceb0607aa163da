package org.plenary.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** Organizations with an OpenID provider, and people whom it knows. */
abstract class ProviderFixture extends AccountFixture {
    static OpenIdProvider provider;

    /** As whom the provider knows the person. */
    final String subject = "s-" + Ids.reference(8);

    @BeforeAll
    static void start() {
        provider = OpenIdProvider.start();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @AfterEach
    void honest() {
        provider.twist(claims -> {});
    }

    /** The organization's own entry for the provider, which is offered. */
    UUID entry(Tenant tenant) {
        return entry(tenant, OpenIdProvider.issuer(), "");
    }

    UUID entry(Tenant tenant, String issuer, String domains) {
        var owner = accounts.createOwner("Olga", "olga-" + tenant.slug() + "@example.org", quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(owner));
        var client = "client-" + Ids.reference(6);
        var page = manage(tenant, "/new");
        var there = submit(
                page,
                "/manage/sign-in",
                Map.of(
                        "name",
                        "Uni " + tenant.slug(),
                        "issuer",
                        issuer,
                        "clientId",
                        client,
                        "secret",
                        client,
                        "domains",
                        domains));
        var id = UUID.fromString(there.address().getPath().substring("/manage/sign-in/".length()));
        provider.register(client, urls.platform("/login/with/" + id + "/answer").toString());
        change(tenant, id.toString(), Map.of("active", "true", "domains", domains));
        return id;
    }

    private final Map<String, Browser> owners = new HashMap<>();

    /** A page of the settings, as an owner sees it who has signed in by password. */
    Browser.View manage(Tenant tenant, String path) {
        var there = urls.tenant(tenant, "/manage/sign-in" + path).toString();
        var owner = owners.computeIfAbsent(tenant.slug(), slug -> new Browser());
        var page = owner.open(there);
        return page.address().getPath().equals("/login")
                ? owner.submit(
                        page, "/login", Map.of("email", "olga-" + tenant.slug() + "@example.org", "password", PASSWORD))
                : page;
    }

    /** What the owner sends from a page of the settings. */
    Browser.View submit(Browser.View page, String path, Map<String, String> fields) {
        var slug = page.address().getHost().split("\\.")[0];
        return owners.get(slug).submit(page, path, fields);
    }

    Browser.View change(Tenant tenant, String key, Map<String, String> fields) {
        var page = manage(tenant, "/" + key);
        var all = new HashMap<String, String>();
        for (var name : new String[] {"version", "name", "issuer", "clientId"})
            value(page, name).ifPresent(value -> all.put(name, value));
        all.putAll(fields);
        return submit(page, "/manage/sign-in/" + key, all);
    }

    private static Optional<String> value(Browser.View page, String name) {
        var field = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*>").matcher(page.body());
        if (!field.find()) return Optional.empty();
        var value = Pattern.compile("value=\"([^\"]*)\"").matcher(field.group());
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }

    /** Opens a page of staff and takes the provider on the way. */
    Browser.View come(Browser with, Tenant tenant, Object entry) {
        return come(with, tenant, entry, subject);
    }

    Browser.View come(Browser with, Tenant tenant, Object entry, String as) {
        with.open(members(tenant));
        return provider.signIn(with, open(with, "/login/with/" + entry), as);
    }

    /** The code that was mailed last. */
    String code(String to) {
        eventually(
                "the code is mailed",
                () -> inbox().mails(to).stream().anyMatch(mail -> mail.subject().endsWith("is your Plenary code")));
        return inbox().mails(to).stream()
                .filter(mail -> mail.subject().endsWith("is your Plenary code"))
                .toList()
                .getLast()
                .subject()
                .substring(0, 6);
    }

    long identities(UUID account) {
        return jdbc.sql("select count(*) from control.external_identity where account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    /** Made by the organization, which vouches for the address. */
    UUID added(Tenant tenant, String role) {
        owner(tenant)
                .post("/api/v1/members", Map.of("name", "Mona Müller", "email", email, "role", role))
                .expect(201);
        return jdbc.sql("select id from control.account where email = ?")
                .param(email)
                .query(UUID.class)
                .single();
    }
}
