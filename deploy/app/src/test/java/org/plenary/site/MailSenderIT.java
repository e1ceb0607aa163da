package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** How an organization signs its mails. */
class MailSenderIT extends PlenaryIT {
    private static final String PAGE = "/manage/mail-sender";
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})\\s*$");

    @Autowired
    private Accounts accounts;

    @Test
    void mailsCarryTheNameTheAddressForAnswersAndTheFooter() {
        var organizer = organizer(aTenant());
        var office = "office-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
        organizer.submit(
                PAGE, PAGE, Map.of("name", "ICRA 2027", "footer.en", "Robots <e.V.>\nMunich", "footer.zh-CN", "机器人学会"));

        organizer.submit(PAGE, PAGE + "/reply-to", Map.of("reply_to", office));
        eventually("the code is mailed", () -> !inbox().mails(office).isEmpty());
        var asked = inbox().mails(office).getFirst();
        assertThat(asked.replyTo()).as("not before it is proved").isNull();
        var code = CODE.matcher(asked.text());
        assertThat(code.find()).isTrue();
        var wrong = organizer.submit(PAGE, PAGE + "/reply-to/proof", Map.of("code", "1" + code.group(1)));
        assertThat(wrong.status()).isEqualTo(422);
        organizer.submit(PAGE, PAGE + "/reply-to/proof", Map.of("code", code.group(1)));
        organizer.submit(PAGE, PAGE + "/sample", Map.of());

        var sample = sample(organizer);
        assertThat(sample.from()).isEqualTo("ICRA 2027 <no-reply@plenary.localhost>");
        assertThat(sample.replyTo()).isEqualTo(office);
        assertThat(sample.text().replace("\r", ""))
                .contains("Robots <e.V.>\nMunich", "Answers go to " + office)
                .doesNotContain("机器人学会", "do not answer");
        assertThat(sample.html()).contains("Robots &lt;e.V.&gt;");
    }

    @Test
    void fiveWrongCodesEndAnAddress() {
        var organizer = organizer(aTenant());
        var office = "office-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
        organizer.submit(PAGE, PAGE + "/reply-to", Map.of("reply_to", office));
        eventually("the code is mailed", () -> !inbox().mails(office).isEmpty());
        var code = CODE.matcher(inbox().mails(office).getFirst().text());
        assertThat(code.find()).isTrue();

        for (var i = 0; i < 5; i++)
            assertThat(organizer
                            .submit(PAGE, PAGE + "/reply-to/proof", Map.of("code", "12"))
                            .body())
                    .contains("This is not the code");
        assertThat(organizer
                        .submit(PAGE, PAGE + "/reply-to/proof", Map.of("code", code.group(1)))
                        .body())
                .contains("This code is over");
    }

    @Test
    void whatWouldStartAHeaderOrLooksLikeAnAddressIsRefused() {
        var organizer = organizer(aTenant());
        for (var name : new String[] {"Robots\r\nBcc: victim@example.org", "billing@bank.example", "Robots <x>"})
            assertThat(organizer.submit(PAGE, PAGE, Map.of("name", name)).status())
                    .as(name)
                    .isEqualTo(422);
        for (var address : new String[] {
            "office@example.org\r\nBcc: victim@example.org",
            "a@example.org, b@example.org",
            "Robots <a@example.org>",
            "a@example.org;b@example.org",
            ""
        })
            assertThat(organizer
                            .submit(PAGE, PAGE + "/reply-to", Map.of("reply_to", address))
                            .status())
                    .as(address)
                    .isEqualTo(422);
    }

    private static Inbox.Mail sample(SiteOrganizer organizer) {
        eventually(
                "the sample is mailed",
                () -> inbox().mails(organizer.email()).stream()
                        .anyMatch(mail -> mail.subject().startsWith("Sample")));
        return inbox().mails(organizer.email()).stream()
                .filter(mail -> mail.subject().startsWith("Sample"))
                .findFirst()
                .orElseThrow();
    }

    private SiteOrganizer organizer(Tenant tenant) {
        return SiteOrganizer.of(tenant, accounts, anonymous(tenant).port());
    }
}
