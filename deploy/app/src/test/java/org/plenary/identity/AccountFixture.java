package org.plenary.identity;

import java.util.Map;
import java.util.UUID;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with an account, and the browsers that they use. */
abstract class AccountFixture extends PlenaryIT {
    static final String PASSWORD = "four unrelated words";
    static final String SESSION = "plenary";

    @Autowired
    Accounts accounts;

    @Autowired
    Urls urls;

    @Autowired
    JdbcClient jdbc;

    final String email = "mona-" + Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + "@example.org";
    final Browser browser = new Browser();
    final Browser other = new Browser();

    UUID account() {
        return accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
    }

    /** An organization that the account owns. */
    Tenant owned(UUID account) {
        var tenant = aTenant();
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return tenant;
    }

    String members(Tenant tenant) {
        return urls.tenant(tenant, "/manage/members").toString();
    }

    Browser.View open(Browser with, String path) {
        return with.open(urls.platform(path).toString());
    }

    Browser.View signIn(Browser with) {
        return signIn(with, open(with, "/login"), PASSWORD);
    }

    Browser.View signIn(Browser with, Browser.View form, String password) {
        return with.submit(form, "/login", Map.of("email", email, "password", password));
    }

    String session(Browser of) {
        return of.cookies.get("localhost").get(SESSION);
    }

    long mails(String subject) {
        return inbox().mails(email).stream()
                .filter(mail -> mail.subject().equals(subject))
                .count();
    }

    long audited(String action, UUID account) {
        return jdbc.sql("select count(*) from control.audit_entry where action = ? and subject = ?")
                .params(action, account.toString())
                .query(Long.class)
                .single();
    }
}
