package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who are asked by mail to work for an organization. */
class MemberInvitationIT extends PlenaryIT {
    private static final Pattern LINK = Pattern.compile("(?m)^(http\\S+/invitation\\?token=(\\S+))\\r?$");
    private static final Pattern ID = Pattern.compile("/manage/members/invitations/([0-9a-f-]{36})/mail");
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String LIST = "/manage/members/invitations";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final String email = "li-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private final String boss = "boss-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private final Browser owner = new Browser();
    private final Browser guest = new Browser();
    private Tenant tenant;

    @BeforeEach
    void anOwnerIsSignedIn() {
        tenant = aTenant();
        var account = accounts.createOwner("Mona Müller", boss, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        owner.submit(owner.open(at("/manage?lang=en")), "/login", Map.of("email", boss, "password", PASSWORD));
    }

    private String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    private Browser.View invite(String role, String language) {
        var form = owner.open(at("/manage/members/new?lang=en"));
        return owner.submit(form, LIST, Map.of("name", "Li Na", "email", email, "role", role, "language", language));
    }

    /** The newest of so many. */
    private String link(int mails) {
        eventually("the invitation is mailed", () -> inbox().mails(email).size() >= mails);
        var found = LINK.matcher(inbox().mails(email).getFirst().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Browser.View accept(Browser.View page) {
        var token = page.address().getQuery().substring("token=".length());
        return guest.submit(page, "/invitation", Map.of("token", token));
    }

    @Test
    void whoAcceptsSetsAPasswordAndComesIn() {
        assertThat(invite("registration_desk", "zh-CN").body()).contains("An invitation is on its way to " + email);
        var link = link(1);
        var mail = inbox().mails(email).getFirst();
        assertThat(mail.subject()).contains("邀请您加入");
        assertThat(mail.text()).contains("Mona Müller", "注册处", "整个机构");

        guest.open(link);
        new Browser().open(link);
        var page = guest.open(link + "&lang=en");
        assertThat(page.body()).contains(email, "Registration desk", "Mona Müller invites you.");
        var form = accept(guest.open(link));
        assertThat(form.address().getPath()).isEqualTo("/password");
        var login = guest.submit(
                form,
                "/password",
                Map.of("link", form.address().getQuery().substring("link=".length()), "password", PASSWORD));
        guest.submit(login, "/login", Map.of("email", email, "password", PASSWORD));

        assertThat(guest.open(at("/manage?lang=en")).status()).isEqualTo(200);
        assertThat(guest.open(at("/manage/members")).status()).isEqualTo(403);
        assertThat(new Browser().open(link).status()).isEqualTo(410);
        assertThat(owner.open(at("/manage/audit?lang=en")).body())
                .contains("Somebody invited as a member", "Invitation accepted", "invited by: Mona Müller");
        assertThat(owner.open(at(LIST)).body()).contains("Nobody is asked at the moment");
    }

    @Test
    void theSecretIsKeptAsAHashAndEndsAfterAWeek() {
        invite("hr", "en");
        var link = link(1);
        var secret = link.substring(link.indexOf("token=") + 6);

        assertThat(secret).hasSizeGreaterThanOrEqualTo(22);
        var row = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("""
                        select row_to_json(i)::text || (expires_at between now() + interval '167 hours'
                            and now() + interval '169 hours') from member_invitation i where secret_hash = ?""")
                        .param(Secrets.hash(secret))
                        .query(String.class)
                        .single());
        assertThat(row).doesNotContain(secret).endsWith("true");
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update member_invitation set expires_at = now() - interval '1 second'")
                        .update());
        assertThat(guest.open(link).status()).isEqualTo(410);
        assertThat(owner.open(at(LIST)).body()).contains("Expired");
    }

    @Test
    void aSecondMailEndsTheFirstLinkAndAWithdrawalEndsBoth() {
        invite("hr", "en");
        var first = link(1);
        var list = owner.open(at(LIST));
        var id = ID.matcher(list.body());
        assertThat(id.find()).isTrue();
        assertThat(invite("hr", "en").body()).contains("This person was invited already");

        owner.submit(list, LIST + "/" + id.group(1) + "/mail", Map.of());
        var second = link(2);
        assertThat(second).isNotEqualTo(first);
        assertThat(guest.open(first).status()).isEqualTo(410);
        var open = guest.open(second);
        assertThat(open.status()).isEqualTo(200);
        owner.submit(list, LIST + "/" + id.group(1) + "/withdrawal", Map.of());

        assertThat(accept(open).status()).isEqualTo(410);
        assertThat(members()).isEqualTo(1);
    }

    private int members() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from person")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void itIsGoodForOneAddressAndInOneOrganizationAlone() {
        invite("hr", "en");
        var link = link(1);
        var other = aTenant();
        var stranger = accounts.createOwner("Ann", "ann-" + email, quickHash(PASSWORD));
        guest.submit(
                guest.open(urls.platform("/login").toString()),
                "/login",
                Map.of("email", "ann-" + email, "password", PASSWORD));

        assertThat(guest.open(link.replace(tenant.slug() + ".", other.slug() + "."))
                        .status())
                .isEqualTo(410);
        accept(guest.open(link));

        assertThat(Tenancy.<UUID, RuntimeException>callAs(
                        tenant,
                        () -> jdbc.sql("select account_id from person where email = ?")
                                .param(email)
                                .query(UUID.class)
                                .single()))
                .isNotEqualTo(stranger);
        assertThat(guest.open(at("/manage")).status()).as("for Ann").isEqualTo(403);
    }

    /** Whoever made the account of an address that is not confirmed may know its password. */
    @Test
    void aPasswordThatSomebodyElseMayKnowGoes() {
        var id = jdbc.sql("""
                        insert into control.account (id, email, name, password_hash, verified, operator, created_at)
                        values (?, ?, 'Li', ?, false, false, now()) returning id""")
                .params(Ids.next(), email, quickHash(PASSWORD))
                .query(UUID.class)
                .single();
        invite("hr", "en");

        assertThat(accept(guest.open(link(1))).address().getPath()).isEqualTo("/password");
        assertThat(jdbc.sql("select verified and password_hash is null from control.account where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoHasAnAccountSignsInWithIt() {
        accounts.createOwner("Li Na", email, quickHash(PASSWORD));
        invite("auditor", "en");

        var login = accept(guest.open(link(1)));
        guest.submit(login, "/login", Map.of("email", email, "password", PASSWORD));

        assertThat(guest.open(at("/manage/audit")).status()).isEqualTo(200);
        assertThat(invite("hr", "en").body()).contains("This person is a member already.");
    }
}
