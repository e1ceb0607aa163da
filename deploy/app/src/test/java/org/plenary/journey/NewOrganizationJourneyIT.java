package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.admin.NameServer;
import org.plenary.journey.Browsing.Screen;
import org.plenary.kernel.Ids;

/** A new organization's first day: it signs up on a phone, looks at a sample, asks a colleague in, takes its own domain, and has help. */
class NewOrganizationJourneyIT extends Journey {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern LINK = Pattern.compile("(?m)^(http\\S+/invitation\\?token=\\S+)\\r?$");
    private static final String PASSWORD = "engines-weave-algebra";

    private final String mark = Ids.reference(6).toLowerCase(Locale.ROOT);
    private final String slug = "zhongguojiqirenxuehui-" + mark;
    private final String boss = "li@" + mark + ".example";
    private final String colleague = "wei@" + mark + ".example";
    private final String domain = "conf-" + mark + ".example.org";
    private final String platform = "http://localhost:" + platform().port();
    private final String site = "http://" + slug + ".localhost:" + platform().port();

    @Test
    void fromSigningUpToAnOwnAddressWithAColleagueAndHelp() {
        var owner = browsing.phone("zh-CN");
        signUp(owner);
        lookAtTheSample(owner);
        askAColleague(owner, browsing.desktop("en"));
        takeADomain(owner, browsing.desktop("en"));
        haveHelp(owner, browsing.desktop("en"));
        browsing.assertQuiet();
    }

    private void signUp(Screen owner) {
        owner.open(platform + "/signup?lang=zh-CN").fill("organization.name", "中国机器人学会");
        owner.press("[name='organization.country']");
        eventually(
                "an address is proposed", () -> owner.value("organization.slug").startsWith("zhongguojiqirenxuehui"));
        owner.fill("organization.slug", slug, "organization.country", "CN", "organization.time_zone", "Asia/Shanghai");
        owner.fill("owner.name", "李娜", "owner.email", boss, "owner.password", PASSWORD);
        owner.shoot("new-signup-phone").submit();
        eventually("the code is mailed", () -> !inbox().mails(boss).isEmpty());
        var code = CODE.matcher(inbox().mails(boss).getFirst().text());
        assertThat(code.find()).isTrue();
        owner.fill("code", code.group(1)).submit().arrivesAt(site + "/**").shoot("new-start-phone");
    }

    private void lookAtTheSample(Screen owner) {
        owner.sees("起步清单").goBy("form[action$='/sample-conference'] button").shoot("new-sample-phone");
        owner.open(site + "/c/sample").shoot("new-sample-public-phone");
        owner.open(site + "/manage/conferences/sample/settings").press("a[href$='/removal']");
        owner.goBy("[data-dialog-panel] button[type=submit]").sees("已删除").shoot("new-sample-gone-phone");
        owner.goBy("form[action$='/start-list/hiding'] button").sees("显示起步清单");
        owner.goBy("form[action$='/start-list/showing'] button").sees("起步清单");
    }

    private void askAColleague(Screen owner, Screen guest) {
        owner.open(site + "/manage/members/new").fill("name", "Wei", "email", colleague, "language", "en");
        owner.fill("role", "registration_desk").submit().shoot("new-invited-phone");
        eventually("the invitation is mailed", () -> !inbox().mails(colleague).isEmpty());
        var link = LINK.matcher(inbox().mails(colleague).getFirst().text());
        assertThat(link.find()).isTrue();
        guest.open(link.group(1)).shoot("new-invitation");
        guest.submit().fill("password", PASSWORD).submit();
        guest.fill("email", colleague, "password", PASSWORD).submit();
        guest.open(site + "/manage").shoot("new-colleague");
        owner.open(site + "/manage/members").sees("Wei");
    }

    private void takeADomain(Screen owner, Screen visitor) {
        owner.open(site + "/manage/domain").fill("name", domain).submit().shoot("new-domain-phone");
        owner.goBy("form[action$='/domain/proof'] button").shoot("new-domain-missing-phone");
        var record = owner.page().locator("td code");
        NameServer.ours().put(record.nth(0).innerText(), record.nth(1).innerText());
        owner.goBy("form[action$='/domain/proof'] button").sees("使用中").shoot("new-domain-used-phone");
        visitor.open("http://" + domain + ":" + platform().port() + "/").sees("中国机器人学会");
        visitor.shoot("new-domain-public");
        visitor.open("http://" + domain + ":" + platform().port() + "/manage");
        assertThat(visitor.page().url()).startsWith(platform + "/");
    }

    private void haveHelp(Screen owner, Screen operator) {
        var email = "otto@" + mark + ".example";
        accounts.createOperator("Otto Operator", email, quickHash(PASSWORD));
        operator.open(platform + "/operator/tenants/" + slug + "/support?lang=en");
        operator.fill("email", email, "password", PASSWORD).submit();
        operator.fill("reason", "Your question about the domain").check("hours", "1");
        operator.shoot("new-support").submit().sees("You may look into it now");
        operator.open(site + "/manage/billing").sees("You can change nothing").shoot("new-support-looks");
        eventually(
                "the owner is told",
                () -> inbox().mails(boss).stream()
                        .anyMatch(mail -> mail.text().contains("Your question about the domain")));
        owner.open(site + "/manage/support").sees("Otto Operator").shoot("new-support-seen-phone");
        owner.goBy("form[action$='/end'] button");
        operator.open(site + "/manage/billing");
        operator.sees("This account is not a member here");
    }
}
