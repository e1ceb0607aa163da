package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff and storage of a plan for five people and 64 KB of files. */
class PlanLimitsIT extends PlanTests {
    private static final Pattern INVITATION = Pattern.compile("http\\S+/invitation\\?token=\\S+");
    private static final Pattern ITS_ID = Pattern.compile("/manage/members/invitations/([0-9a-f-]{36})/mail");
    private static final String MEMBERS = "/api/v1/members";
    private static final int KILOBYTE = 1024;

    @Autowired
    private FileStore files;

    private Tenant tenant;
    private Subscriber owner;
    private Http api;

    @BeforeEach
    void anOwnerAndThePlan() {
        tenant = aTenant();
        owner = new Subscriber(tenant, platform().port(), accounts);
        api = owner(tenant);
        plan(tenant, "small");
    }

    private static String anAddress() {
        return "p-" + Ids.reference(10).toLowerCase(Locale.ROOT) + "@example.org";
    }

    private static Map<String, String> member(String role) {
        return Map.of("name", "Pia", "email", anAddress(), "role", role);
    }

    private void members(int count) {
        for (var i = 0; i < count; i++) api.post(MEMBERS, member("organizer")).expect(201);
    }

    private Browser.View invite(String email) {
        return owner.send(
                "/manage/members/new?lang=en",
                "/manage/members/invitations",
                Map.of("name", "Li Na", "email", email, "role", "hr", "language", "en"));
    }

    private long used(String quota) {
        return api.get("/api/v1/billing/subscription")
                .expect(200)
                .json()
                .at("/usage/" + quota + "/used")
                .asLong();
    }

    @Test
    void theSixthPersonIsRefusedAndTheFieldSaysWhy() {
        members(4);

        var refused = api.post(MEMBERS, member("organizer")).expect(409);

        assertThat(refused.text("/code")).isEqualTo("plan_limit");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/email");
        assertThat(refused.text("/errors/0/code")).isEqualTo("staff_limit");
        assertThat(refused.json().at("/errors/0/limit").asInt()).isEqualTo(5);
        var page = invite(anAddress());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("The plan of your organization is for 5 people", "value=\"Li Na\"");
        assertThat(owner.openPage("/manage/members?lang=en").body())
                .contains("5 people, open invitations included; your plan allows 5.");
        assertThat(used("staff")).isEqualTo(5);

        api.post(MEMBERS, member("supervising_authority")).expect(201);
        var second = api.get(MEMBERS).expect(200).text("/items/1/id");
        api.post(MEMBERS + "/" + second + "/roles", Map.of("role", "finance")).expect(201);
        api.delete(MEMBERS + "/" + second).expect(204);
        api.post(MEMBERS, member("organizer")).expect(201);
    }

    @Test
    void whoIsAskedHasAPlaceUntilTheInvitationIsOverAndGetsInWithIt() {
        members(3);
        var email = anAddress();
        assertThat(invite(email).body()).contains("An invitation is on its way");
        assertThat(used("staff")).isEqualTo(5);
        api.post(MEMBERS, member("organizer")).expect(409);
        var link = link(email);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update member_invitation set expires_at = now() - interval '1 second'")
                        .update());
        var list = owner.openPage("/manage/members/invitations?lang=en");
        var id = ITS_ID.matcher(list.body());
        assertThat(id.find()).isTrue();
        var again = "/manage/members/invitations/" + id.group(1) + "/mail";

        members(1);
        assertThat(owner.send("/manage/members/invitations?lang=en", again, Map.of())
                        .body())
                .contains("The plan of your organization is for 5 people");
        assertThat(inbox().mails(email)).hasSize(1);

        var last = api.get(MEMBERS).expect(200).text("/items/4/id");
        api.delete(MEMBERS + "/" + last).expect(204);
        owner.send("/manage/members/invitations?lang=en", again, Map.of());
        eventually("mailed again", () -> inbox().mails(email).size() == 2);
        assertThat(link(email)).isNotEqualTo(link);
        assertThat(accept(link(email)).address().getPath()).isEqualTo("/password");
        assertThat(used("staff")).isEqualTo(5);
    }

    private static String link(String email) {
        eventually("the invitation is mailed", () -> !inbox().mails(email).isEmpty());
        var found = INVITATION.matcher(inbox().mails(email).getFirst().text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Browser.View accept(String link) {
        var guest = new Browser();
        var page = guest.open(link + "&lang=en");
        return guest.submit(page, "/invitation", Map.of("token", link.substring(link.indexOf("token=") + 6)));
    }

    @Test
    void ofTwoWhoAcceptTheLastPlaceAtOnceOneComesIn() throws Exception {
        plan(tenant, "free");
        members(3);
        var one = anAddress();
        var other = anAddress();
        invite(one);
        invite(other);
        List<Callable<Browser.View>> both = List.of(() -> accept(link(one)), () -> accept(link(other)));
        plan(tenant, "small");

        List<Integer> answers;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = all.invokeAll(both).stream()
                    .map(future -> future.resultNow().status())
                    .toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        var late = accept(link(answers.getFirst() == 409 ? one : other));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("has no place for one more person", "Accept invitation");
        assertThat(people()).isEqualTo(5);

        plan(tenant, "free");
        assertThat(accept(link(answers.getFirst() == 409 ? one : other)).status())
                .isEqualTo(200);
        assertThat(people()).isEqualTo(6);
    }

    @Test
    void ofTwoWhoAreAddedToTheLastPlaceAtOnceOneIs() throws Exception {
        members(3);
        Callable<Integer> adding = () -> api.post(MEMBERS, member("organizer")).status();

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(all.invokeAll(List.of(adding, adding)).stream().map(future -> future.resultNow()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    private int people() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from person")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aFileThatDoesNotFitIsRefusedAndTheTicketOfAnOrderIsMade() {
        RegistrationFixture.aConference(api);
        RegistrationFixture.aFee(api, "free", "0.00", null);
        RegistrationFixture.publish(api);
        upload(50 * KILOBYTE).expect(201);

        var refused = upload(20 * KILOBYTE).expect(422);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/file");
        assertThat(refused.text("/errors/0/code")).isEqualTo("storage_full");
        assertThat(refused.json().at("/errors/0/limit").asInt()).isEqualTo(64 * KILOBYTE);
        assertThat(used("storage")).isEqualTo(50 * KILOBYTE);
        upload(14 * KILOBYTE).expect(201);
        upload(1).expect(422);
        var order = anonymous(tenant)
                .post(RegistrationFixture.PATH + "/orders", RegistrationFixture.cart("free", Map.of("name", "Ada")))
                .expect(201);
        var ticket = anonymous(tenant)
                .get("/c/conf27/orders/" + order.text("/code") + "/ticket.pdf?secret=" + order.text("/secret"))
                .expect(200);
        assertThat(ticket.body()).startsWith("%PDF");
        assertThat(keep(FileRule.ARCHIVE, "copy.zip", "PK\u0003\u0004").size()).isEqualTo(4);
    }

    /** The form is shown again with what was written in it. */
    @Test
    void aPageSaysWhyAFileWasNotKept() {
        keep(FileRule.PAPER, "a.pdf", pdf(64 * KILOBYTE));
        RegistrationFixture.aConference(api);

        var page = owner.upload(
                "/manage/conferences/conf27/partners/new?lang=en",
                "/manage/conferences/conf27/partners",
                Map.of(
                        "name", "Institute of Signals",
                        "contactName", "Dr. Wu",
                        "contactEmail", "wu@example.org",
                        "endsOn", "2027-05-20"),
                "file",
                "contract.pdf",
                pdf(100).getBytes(StandardCharsets.US_ASCII));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "it does not fit into the 64 KB that the organization&#39;s plan allows",
                        "value=\"Institute of Signals\"");
    }

    private StoredFile keep(FileRule rule, String name, String content) {
        return Tenancy.callAs(
                tenant(tenant),
                () -> files.keep(
                        rule, "/file", name, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
    }

    private static String pdf(int bytes) {
        return "%PDF-" + "x".repeat(Math.max(0, bytes - 5));
    }

    private Http.Answer upload(int bytes) {
        var body = "--XX\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\npaper\r\n--XX\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + pdf(bytes) + "\r\n--XX--\r\n";
        return anonymous(tenant)
                .send(
                        "POST",
                        "/api/v1/files",
                        "multipart/form-data; boundary=XX",
                        body.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aSmallerPlanKeepsAllAndLetsNobodyMoreIn() {
        plan(tenant, "free");
        members(6);
        var kept = keep(FileRule.PAPER, "a.pdf", pdf(100 * KILOBYTE));

        plan(tenant, "small");

        assertThat(people()).isEqualTo(7);
        assertThat(Tenancy.callAs(tenant, () -> files.find(kept.id()))).isPresent();
        api.post(MEMBERS, member("organizer")).expect(409);
        upload(10).expect(422);
        assertThat(used("staff")).isEqualTo(7);
        assertThat(operator()
                        .get("/api/v1/operator/tenants/" + tenant.slug())
                        .json()
                        .at("/plan_usage/staff/used")
                        .asInt())
                .isEqualTo(7);
        var console = anOperator();
        var page = "http://localhost:" + platform().port() + "/operator/tenants/" + tenant.slug();
        assertThat(console.open(page + "?lang=en").body()).contains("7 of 5", "100 KB of 64 KB");
        assertThat(console.submit(console.open(page), "/operator/tenants/" + tenant.slug() + "/measurement", Map.of())
                        .body())
                .contains("Over its plan");
        var last = api.get(MEMBERS).expect(200).text("/items/6/id");
        api.delete(MEMBERS + "/" + last).expect(204);
    }

    @Test
    void nobodyChoosesAPlanThatIsTooSmallForTheirFiles() {
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("""
                        insert into stored_file (id, name, type, size, created_at)
                        values (?, 'large.pdf', 'application/pdf', ?, now())""")
                        .params(Ids.next(), 21L * KILOBYTE * KILOBYTE * KILOBYTE)
                        .update());
        ThrowingCallable choosing =
                () -> Tenancy.callAs(tenant(tenant), () -> checkout.start(tenant(tenant), plans.chosen("conference")));

        assertThatThrownBy(choosing)
                .asInstanceOf(type(Problem.Conflict.class))
                .satisfies(e ->
                        assertThat(e.violations()).extracting(Violation::code).containsExactly("over_plan_storage"));
        assertThat(owner.press("", Map.of("plan", "conference")).body())
                .contains("You keep more files (21 GB) than this plan allows (20 GB).");
    }

    @Test
    void theOwnerSeesAndIsToldWhenMostIsUsed() {
        assertThat(owner.open("?lang=en").body())
                .contains("of 5", "of 64 KB", "Up to 25 people on your staff", "200 GB for files");
        members(3);
        keep(FileRule.PAPER, "a.pdf", pdf(60 * KILOBYTE));

        var limited = tenant(tenant);
        Tenancy.runAs(limited, () -> watch.warn(limited));
        Tenancy.runAs(limited, () -> watch.warn(limited));

        eventually("mail", () -> mails(owner, "most places for staff are taken") == 1);
        assertThat(mail(owner, "most of the storage").text()).contains("60 KB of the 64 KB");
        eventually("notice", () -> owner.open("").body().contains("4 of the 5 people that your plan allows"));
        members(1);
        eventually("notice", () -> owner.open("").body().contains("All 5 people that your plan allows"));
        var usage = api.get("/api/v1/billing/subscription").expect(200);
        assertThat(usage.json().at("/usage/staff/limit").asInt()).isEqualTo(5);
        assertThat(usage.json().at("/usage/storage/limit").asLong()).isEqualTo(64 * KILOBYTE);
        assertThat(usage.json().at("/usage/delegates/limit").isNull()).isTrue();
    }
}
