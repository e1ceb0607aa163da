package org.plenary.conference.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Caller;
import org.plenary.identity.Permission;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = ConferenceWorld.class)
class ConferencePagesTests {
    private static final Tenant SOCIETY = new Tenant(
            new TenantId(Ids.next()),
            "robots",
            "t_1",
            "Robot Society",
            "DE",
            Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"),
            TenantStatus.ACTIVE,
            null,
            "free",
            Branding.DEFAULT,
            "1",
            Instant.EPOCH);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SettingUp settingUp;

    @Autowired
    private ConferenceWorld.WhoCalls callers;

    @Autowired
    private ConferenceWorld.FeeStep fees;

    private MockMvc web;

    @BeforeEach
    void start() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        callers.caller = new Caller("account:1", "Ada", Permission.ofTenant());
        fees.done = true;
    }

    @Test
    void theOrganizerSeesTheListAndTheEmptyForm() throws Exception {
        aConference("listed");

        assertThat(page("/manage")).contains("Robots of listed", "Draft", "/manage/conferences/listed/settings");
        assertThat(page("/manage/conferences/new")).contains("name=\"starts_on\"", "Asia/Shanghai", "EUR – Euro");
    }

    @Test
    void theFormMakesAConference() throws Exception {
        var answer = send(form("/manage/conferences", "made").param("ends_on", "2027-05-17"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/manage/conferences/made/settings");
        assertThat(page("/manage/conferences/made/settings")).contains("Name in English", "value=\"Robots of made\"");
    }

    @Test
    void aWrongFieldIsMarkedAndTheOthersKept() throws Exception {
        var answer = send(form("/manage/conferences", "wrong").param("ends_on", "2027-05-01"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("The last day cannot be before the first.", "value=\"Robots of wrong\"", "#f-ends_on");
    }

    @Test
    void publishingNeedsEveryRequiredStep() throws Exception {
        aConference("unready");
        fees.done = false;

        var refused = send(MockMvcRequestBuilders.post("/manage/conferences/unready/status/published"));
        var byApi = send(MockMvcRequestBuilders.patch("/api/v1/conferences/unready")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"status\": \"published\"}"));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(byApi.getStatus()).isEqualTo(409);
        assertThat(byApi.getContentAsString()).contains("setup_incomplete", "setup_step_missing");
    }

    @Test
    void publishingIsAskedForAndThenEverybodySeesIt() throws Exception {
        aConference("public");

        assertThat(page("/manage/conferences/public/status/published")).contains("Publish Robots of public?");
        var answer = send(MockMvcRequestBuilders.post("/manage/conferences/public/status/published"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/manage/conferences/public/settings");

        callers.caller = Caller.ANONYMOUS;
        assertThat(page("/")).contains("Robots of public");
        assertThat(page("/c/public")).contains("14–17 May 2027", "Kongresshalle", "Berlin, Germany", "<p>Second.</p>");
        assertThat(page("/c/public?lang=zh-CN")).contains("机器人 public", "2027年5月14日至17日", "柏林");
        assertThat(page("/api/v1/conferences/public")).contains("\"status\":\"published\"");
    }

    @Test
    void aDraftIsThereForStaffOnly() throws Exception {
        aConference("hidden");
        assertThat(page("/c/hidden")).contains("This is a draft");

        callers.caller = Caller.ANONYMOUS;
        assertThat(send(MockMvcRequestBuilders.get("/api/v1/conferences/hidden"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(page("/")).doesNotContain("Robots of hidden");
    }

    @Test
    void aStaleTagIsRefused() throws Exception {
        aConference("tagged");

        var answer = send(MockMvcRequestBuilders.patch("/api/v1/conferences/tagged")
                .header("If-Match", "\"99\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"New\"}"));

        assertThat(answer.getStatus()).isEqualTo(412);
    }

    @Test
    void anUnknownMemberIsRefused() throws Exception {
        var answer = send(MockMvcRequestBuilders.post("/api/v1/conferences")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"slug\": \"x\", \"price\": 1}"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("/price");
    }

    private void aConference(String slug) throws Exception {
        var start = LocalDate.of(2027, 5, 14);
        var wanted = new ConferenceChange(
                slug,
                LocalizedText.of("Robots of " + slug, "机器人 " + slug),
                LocalizedText.of("First.\n\nSecond."),
                start,
                start.plusDays(3),
                "Europe/Berlin",
                new ConferenceChange.VenueChange(
                        LocalizedText.of("Kongresshalle"), LocalizedText.of("Berlin", "柏林"), "DE"),
                "EUR",
                List.of("en", "zh-CN"),
                null,
                null,
                null);
        inSociety(() -> settingUp.create(wanted));
    }

    private static MockHttpServletRequestBuilder form(String path, String slug) {
        return MockMvcRequestBuilders.post(path)
                .param("name.en", "Robots of " + slug)
                .param("slug", slug)
                .param("starts_on", "2027-05-14")
                .param("time_zone", "Europe/Berlin")
                .param("venue.name.en", "Hall")
                .param("venue.city.en", "Berlin")
                .param("venue.country", "DE")
                .param("currency", "EUR")
                .param("languages", "en");
    }

    private String page(String path) throws Exception {
        var answer = send(MockMvcRequestBuilders.get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return inSociety(() -> web.perform(request).andReturn().getResponse());
    }

    private static <T> T inSociety(Callable<T> work) throws Exception {
        return Tenancy.callAs(SOCIETY, work::call);
    }
}
