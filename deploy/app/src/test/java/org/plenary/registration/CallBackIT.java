package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

class CallBackIT extends PlenaryIT {
    private static final String LIST = "/manage/conferences/conf27/call-backs";
    private static final List<String> ALL = List.of("list", "payment", "accommodation", "transport");

    @Autowired
    private Accounts accounts;

    private Tenant tenant;
    private DeskFixture desk;
    private String email;

    @BeforeEach
    void aConference27() {
        tenant = aTenant();
        Http owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);
        email = "ada-" + tenant.slug() + "@example.org";
        desk = new DeskFixture(tenant, owner.port(), accounts);
    }

    @Test
    void delegatesConfirmByTheLinkOfAMailAndTheListGetsShorter() {
        order("Ada", email);
        var list = desk.open(LIST);
        assertThat(list.body()).contains("0 of 1 people have confirmed everything", "Accommodation", email);

        var write = desk.open(DeskFixture.link(list, "/delegates/bulk\\?[^\"]*").replace("&amp;", "&"));
        assertThat(write.body()).contains("Please confirm that you attend {{conference}}", "{{attendance}}");
        var done = desk.submit(write, "/manage/conferences/conf27/delegates/bulk", campaign());
        assertThat(done.address().getPath()).contains("/delegates/jobs/");
        eventually("the mail is there", () -> link() != null);

        var page = desk.open(link());
        assertThat(page.body()).contains("Ada", "I know where I stay");
        var delegate = DeskFixture.name(page, "ticks\\.[0-9a-f-]+");
        var own = page.address().getPath();
        var secret = page.address().getQuery().replace("secret=", "");
        assertThat(desk.submit(page, own, Map.of("secret", secret, delegate, "payment"))
                        .body())
                .contains("Thank you");
        assertThat(desk.open(LIST).body()).contains("0 of 1 people");
        assertThat(desk.submitAll(page, own, Map.of("secret", List.of(secret), delegate, ALL))
                        .body())
                .contains("Thank you");
        assertThat(desk.open(LIST).body())
                .contains("1 of 1 people have confirmed everything", "Everybody has confirmed");
        assertThat(desk.open(LIST + "?lang=zh-CN").body()).contains("到会确认");
        assertThat(desk.open("/manage/conferences/conf27/delegates?lang=en&col=name&col=call_back&sort=name")
                        .body())
                .contains("Everything");
    }

    @Test
    void staffNoteWhatTheyWereToldOnThePhone() {
        var order = order("Grace", email);
        var address = LIST + "/" + order.text("/delegates/0/id");

        var page = desk.open(address);
        desk.submitAll(page, address, Map.of("ticks", List.of("list", "transport", "nonsense")));

        assertThat(desk.open(LIST).body()).contains("0 of 1 people", "1 of 1");
        assertThat(desk.open(address).body()).containsPattern("value=\"transport\"\\s+checked");
        assertThat(desk.open(LIST + "/00000000-0000-7000-8000-000000000000").status())
                .isEqualTo(404);
        assertThat(desk.open("/c/conf27/orders/" + order.text("/code") + "/attendance?secret=guessed")
                        .status())
                .isEqualTo(404);
    }

    private Map<String, String> campaign() {
        var form = new TreeMap<String, String>(Map.of(
                "action", "message",
                "all", "true",
                "status", "confirmed",
                "w.0.0.column", "call_back",
                "w.0.0.test", "is_not",
                "w.0.0.value", "complete",
                "step", "do",
                "expected", "1"));
        for (var tag : List.of("en", "zh-CN")) {
            form.put("subject." + tag, "Please confirm");
            form.put("text." + tag, "Dear {{name}}, here: {{attendance}}");
        }
        return form;
    }

    /** The path of the link in the newest mail that has one; null while there is none. */
    private String link() {
        return inbox().mails(email).stream()
                .map(mail -> mail.text())
                .filter(text -> text.contains("/attendance?secret="))
                .map(text -> text.substring(text.indexOf("/c/conf27")).split("\\s")[0])
                .findFirst()
                .orElse(null);
    }

    private Http.Answer order(String name, String to) {
        return anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", name, "email", to, "country", "GB"),
                                "delegates", List.of(Map.of("fee", "free", "answers", Map.of("name", name))),
                                "locale", "en"))
                .expect(201);
    }
}
