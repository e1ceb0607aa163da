package org.plenary.site;

import java.util.Locale;
import java.util.Map;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.Browser.View;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** An owner of a tenant who is signed in, in a browser. */
record SiteOrganizer(Browser browser, String host, String email) {
    private static final String PASSWORD = "looms-weave-algebra";

    static SiteOrganizer of(Tenant tenant, Accounts accounts, int port) {
        var browser = new Browser();
        var host = "http://" + tenant.slug() + ".localhost:" + port;
        var login = "owner-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
        var account = accounts.createOwner("Mona", login, PlenaryIT.quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(browser.open(host + "/manage?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
        return new SiteOrganizer(browser, host, login);
    }

    View open(String path) {
        return browser.open(host + path);
    }

    /** Opens the page and sends its form. */
    View submit(String page, String path, Map<String, String> fields) {
        return browser.submit(open(page), path, fields);
    }
}
