package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.NoticePublished;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** People who asked are told of each instalment of the notice once, and the organizers when it is time to begin. */
class NewsIT extends PlenaryIT {
    private static final String EDITIONS = PATH + "/notice/editions";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Accounts accounts;

    private final Browser browser = new Browser();
    private Tenant tenant;
    private Http owner;
    private String email;

    @BeforeEach
    void aPublishedConference() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "120.00", 10);
        publish(owner);
        email = "ada-" + tenant.slug() + "@example.org";
    }

    /** The form is at the end, and cookies go before the page. */
    @Test
    void whoComesForTheFirstTimeMayAskHoweverLongThePageIs() {
        owner.patch(PATH, Map.of("description", "Looms weave algebra. ".repeat(450)))
                .expect(200);

        var page = browser.open(host() + "/c/conf27?lang=en");

        assertThat(browser.submit(page, "/c/conf27/news", Map.of("email", email))
                        .body())
                .contains("We have sent a mail to this address");
    }

    @Test
    void whoConfirmsIsToldOfEachInstalmentOnceAndLeavesWithOneClick() {
        var page = browser.open(host() + "/c/conf27?lang=en");
        assertThat(page.body()).contains("Tell me what is new");
        assertThat(browser.submit(page, "/c/conf27/news", Map.of("email", "nonsense"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(page, "/c/conf27/news", Map.of("email", email))
                        .body())
                .contains("We have sent a mail to this address");
        eventually("the question is there", () -> mails().size() == 1);
        edition("fees", "Not told: the address is not confirmed.");
        confirm();

        edition("fees", "Students pay half.");
        eventually("the news are there", () -> mails().size() == 2);
        var news = mails().getFirst();
        assertThat(news.subject()).isEqualTo("New at Conf 27");
        assertThat(news.text()).contains("- Fees", "Students pay half.", host() + "/c/conf27");
        again(2);
        edition("key_dates", "");
        eventually("the next is there", () -> mails().size() == 3);
        assertThat(mails()).as("no news twice").hasSize(3);

        var oneClick = URI.create(news.unsubscribe().replaceAll("[<>]", ""));
        var path = oneClick.getPath() + "?" + oneClick.getQuery();
        anonymous(tenant)
                .form(path.replaceAll("secret=.*", "secret=guessed"), Map.of())
                .expect(404);
        anonymous(tenant).form(path, Map.of("List-Unsubscribe", "One-Click")).expect(204);
        edition("fees", "Nobody reads this.");
        again(4);
        anonymous(tenant).form(path, Map.of()).expect(404);
        assertThat(mails()).hasSize(3);
    }

    @Test
    void aSubscriberReadsHisOwnLanguageAndLeavesByThePage() {
        var page = browser.open(host() + "/c/conf27?lang=zh-CN");
        browser.submit(page, "/c/conf27/news", Map.of("email", email));
        eventually("the question is there", () -> mails().size() == 1);
        assertThat(mails().getFirst().subject()).isEqualTo("会议 27 最新消息：请确认您的邮箱");
        confirm();
        edition("fees", "");
        eventually("the news are there", () -> mails().size() == 2);
        assertThat(mails().getFirst().text()).contains("- 注册费");

        var end = browser.open(link(mails().getFirst(), "end"));
        assertThat(end.body()).contains("停止发送");
        var ended = browser.submit(
                end, end.address().getPath() + "?" + end.address().getQuery(), Map.of());
        assertThat(ended.body()).contains("已完成");
        assertThat(browser.open(link(mails().getFirst(), "end")).status()).isEqualTo(404);
    }

    @Test
    void onceTheCallIsOutTheOwnersAreRemindedToBegin() {
        var login = "owner-" + tenant.slug() + "@example.org";
        var account = accounts.createOwner("Mona", login, quickHash("looms-weave-algebra"));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));

        owner.post(PATH + "/call-for-papers", """
                {"tracks": [{"key": "main", "name": "Main"}], "deadline": {"at": "2027-01-31T23:59", "zone": "AoE"},
                 "blinding": "none"}""").expect(201);

        eventually("the reminder is there", () -> inbox().mails(login).size() == 1);
        var reminder = inbox().mails(login).getFirst();
        assertThat(reminder.subject()).isEqualTo("Begin the registration notice of Conf 27");
        assertThat(reminder.text()).contains("/manage/conferences/conf27/notice");
        assertThat(anonymous(tenant).get("/c/conf27").body()).contains("Papers are due");
    }

    private void confirm() {
        var question = browser.open(link(mails().getLast(), "confirmation"));
        browser.submit(
                question,
                question.address().getPath() + "?" + question.address().getQuery(),
                Map.of());
    }

    private void edition(String section, String note) {
        var body = note.isEmpty()
                ? Map.of("sections", List.of(section))
                : Map.of("sections", List.of(section), "note", note);
        owner.post(EDITIONS, body).expect(201);
    }

    /** The event comes once more, as it does when somebody else's mail could not be sent; and is worked off. */
    private void again(int edition) {
        var conference = UUID.fromString(owner.get(PATH).expect(200).text("/id"));
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(
                        _ -> events.publishEvent(new NoticePublished(tenant.id(), conference, edition))));
    }

    private List<Inbox.Mail> mails() {
        return inbox().mails(email);
    }

    private static String link(Inbox.Mail mail, String page) {
        var link = Pattern.compile("http\\S+/" + page + "\\?secret=\\S+").matcher(mail.text());
        if (!link.find()) throw new AssertionError("no " + page + " in " + mail.text());
        return link.group();
    }

    private String host() {
        return "http://" + tenant.slug().toLowerCase(Locale.ROOT) + ".localhost:" + owner.port();
    }
}
