package org.plenary.journey;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.journey.Browsing.Screen;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** Who runs a conference, and signs in with a browser. */
final class Organizer {
    private static final String PASSWORD = "robots-walk-the-alps";

    private final Accounts accounts;
    private final Tenant tenant;
    private final String site;
    private final String email = "owner-" + Ids.reference(8) + "@example.org";
    private List<Cookie> session = List.of();

    Organizer(Accounts accounts, Tenant tenant, String site) {
        this.accounts = accounts;
        this.tenant = tenant;
        this.site = site;
    }

    String email() {
        return email;
    }

    /** By the form; another screen of the same person has the session that the first one got. */
    void signIn(Screen screen) {
        if (!session.isEmpty()) {
            screen.page().context().addCookies(session);
            screen.open(site + "/manage?lang=en");
            return;
        }
        var account = accounts.createOwner("Mona Müller", email, PlenaryIT.quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        screen.open(site + "/manage?lang=en")
                .fill("email", email, "password", PASSWORD)
                .submit();
        screen.arrivesAt(site + "/**");
        session = screen.page().context().cookies().stream()
                .filter(cookie -> !cookie.name.equals("lang"))
                .toList();
    }
}
