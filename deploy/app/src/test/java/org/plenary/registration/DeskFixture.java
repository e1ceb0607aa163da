package org.plenary.registration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** Somebody of the staff at the desk of the fixture's conference, with a browser. */
final class DeskFixture {
    static final String DESK = "/manage/conferences/conf27/desk";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(order|key)\" value=\"([^\"]*)\"");
    private static final String PASSWORD = "looms-weave-algebra";

    private final Browser browser = new Browser();
    private final String host;

    DeskFixture(Tenant tenant, int port, Accounts accounts) {
        this.host = "http://" + tenant.slug() + ".localhost:" + port;
        var login = "desk-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, PlenaryIT.quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(open("/manage?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }

    Browser.View open(String path) {
        return browser.open(host + path);
    }

    /** Letters are given without anybody looking at requests first. */
    DeskFixture givesLettersAtOnce() {
        var path = "/manage/conferences/conf27/letters/rule";
        submit(open(path), path, Map.of("version", "0"));
        return this;
    }

    Browser.View order(String code) {
        return open(DESK + "/orders/" + code);
    }

    /** Sends a form of the page with what is hidden in it. */
    Browser.View submit(Browser.View page, String path, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        var hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) all.putIfAbsent(hidden.group(1), hidden.group(2));
        return browser.submit(page, path, all);
    }

    Browser.View submitAll(Browser.View page, String path, Map<String, List<String>> fields) {
        return browser.submitAll(page, path, fields);
    }

    Browser.View upload(Browser.View page, String path, String name, byte[] content) {
        return browser.upload(page, path, "file", name, content);
    }

    Browser.View take(String code, String amount, String method, String proof) {
        return take(order(code), code, amount, method, proof);
    }

    Browser.View take(Browser.View page, String code, String amount, String method, String proof) {
        return submit(
                page,
                DESK + "/orders/" + code + "/payments",
                Map.of("amount", amount, "method", method, "proof", proof));
    }

    /** The name of a field of the page. */
    static String name(Browser.View page, String pattern) {
        var match = Pattern.compile("name=\"(" + pattern + ")\"").matcher(page.body());
        if (!match.find()) throw new AssertionError("no " + pattern + " in " + page.body());
        return match.group(1);
    }

    /** The address in the page that ends so, without the host. */
    static String link(Browser.View page, String pattern) {
        var match =
                Pattern.compile("(?:href|action)=\"([^\"]*" + pattern + ")\"").matcher(page.body());
        if (!match.find()) throw new AssertionError("no " + pattern + " in " + page.body());
        return match.group(1);
    }
}
