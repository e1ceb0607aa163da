package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Permission;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages that organizers write, from the first draft to what everybody reads. */
class SitePagesIT extends PlenaryIT {
    private static final Pattern IMAGE = Pattern.compile("/pages/files/[0-9a-f-]{36}");
    private static final Map<String, Object> TRAVEL = Map.of(
            "title", Map.of("en", "Getting there", "zh-CN", "交通"),
            "text", Map.of("en", "Take **line 6**."),
            "place", "menu");

    @Autowired
    private Accounts accounts;

    @Test
    void aPageIsSeenOnlyOnceItIsPublished() {
        var tenant = aTenant();
        var made = owner(tenant).put("/api/v1/tenant/pages/travel", TRAVEL).expect(201);
        anonymous(tenant).get("/pages/travel").expect(404);

        owner(tenant)
                .put("/api/v1/tenant/pages/travel", and(TRAVEL, "status", "published"))
                .expect(200);
        var changed = owner(tenant)
                .put("/api/v1/tenant/pages/travel", and(TRAVEL, "text", "Take **line 7**."))
                .expect(200);

        assertThat(made.text("/status")).isEqualTo("draft");
        assertThat(changed.json().at("/version").asInt()).isEqualTo(2);
        assertThat(changed.json().at("/published_version").asInt()).isEqualTo(1);
        var page = anonymous(tenant)
                .with("Accept-Language", "en")
                .get("/pages/travel")
                .expect(200);
        assertThat(page.body()).contains("<strong>line 6</strong>").doesNotContain("line 7");
        assertThat(anonymous(tenant).get("/").body()).contains("href=\"/pages/travel\"");
        owner(tenant)
                .put("/api/v1/tenant/pages/travel", and(TRAVEL, "status", "draft"))
                .expect(200);
        anonymous(tenant).get("/pages/travel").expect(404);
        assertThat(anonymous(tenant).get("/").body()).doesNotContain("/pages/travel");
    }

    @Test
    void whoReadsAnotherLanguageIsToldSo() {
        var tenant = aTenant();
        owner(tenant)
                .put("/api/v1/tenant/pages/travel", and(TRAVEL, "status", "published"))
                .expect(201);

        var chinese = anonymous(tenant).get("/pages/travel?lang=zh-CN").expect(200);

        assertThat(chinese.body()).contains("Take <strong>line 6</strong>", "现以英语显示", "lang=\"en\"");
        assertThat(anonymous(tenant).get("/pages/travel?lang=en").body())
                .doesNotContain("not written in your language");
    }

    @Test
    void aConferenceHasPagesOfItsOwn() {
        var tenant = aTenant();
        RegistrationFixture.aConference(owner(tenant));
        var address = RegistrationFixture.PATH + "/pages/faq";
        owner(tenant).put(address, and(TRAVEL, "status", "published")).expect(201);

        anonymous(tenant).get("/c/conf27/pages/faq").expect(404);
        var staff = organizer(tenant).open("/c/conf27/pages/faq");
        assertThat(staff.body()).contains("<strong>line 6</strong>", "href=\"/c/conf27/pages/faq\"");
        anonymous(tenant).get("/pages/faq").expect(404);
        as(tenant, Permission.CONFERENCE_READ).get(address).expect(200);
        as(tenant, Permission.CONFERENCE_READ).put(address, TRAVEL).expect(403);
        assertThat(owner(tenant).get(RegistrationFixture.PATH + "/pages").text("/items/0/slug"))
                .isEqualTo("faq");
        owner(tenant).delete(address).expect(204);
        owner(tenant).get(address).expect(404);
    }

    @Test
    void theListGoesPageByPage() {
        var tenant = aTenant();
        for (var slug : new String[] {"second", "first", "third"})
            owner(tenant)
                    .put("/api/v1/tenant/pages/" + slug, and(TRAVEL, "position", slug.equals("third") ? 2 : 1))
                    .expect(201);

        var start = owner(tenant).get("/api/v1/tenant/pages?limit=2").expect(200);
        var rest = owner(tenant)
                .get("/api/v1/tenant/pages?limit=2&after=" + start.text("/next"))
                .expect(200);

        assertThat(start.json().at("/items").findValuesAsString("slug")).containsExactly("first", "second");
        assertThat(rest.json().at("/items").findValuesAsString("slug")).containsExactly("third");
        assertThat(rest.json().at("/next").isNull()).isTrue();
        owner(tenant).get("/api/v1/tenant/pages?after=none-such").expect(422);
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() {
        var tenant = aTenant();
        var tag = owner(tenant)
                .put("/api/v1/tenant/pages/travel", TRAVEL)
                .expect(201)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        owner(tenant)
                .put("/api/v1/tenant/pages/travel", and(TRAVEL, "position", 3))
                .expect(200);

        owner(tenant)
                .with("If-Match", tag)
                .put("/api/v1/tenant/pages/travel", and(TRAVEL, "position", 4))
                .expect(412);
        owner(tenant)
                .with("If-Match", tag)
                .delete("/api/v1/tenant/pages/travel")
                .expect(412);
        var wrong = owner(tenant)
                .put("/api/v1/tenant/pages/Not%20one", Map.of("place", "top"))
                .expect(422);
        assertThat(wrong.body()).contains("/slug", "/title", "/place");
    }

    @Test
    void whatIsPastedIntoAPageRunsNowhere() {
        var tenant = aTenant();
        var nasty = "<script>alert('pwned')</script><img src=x onerror=alert(1)> [x](javascript:alert(1))";
        var body = and(and(TRAVEL, "title", "<script>alert('title')</script>"), "text", nasty);
        owner(tenant)
                .put("/api/v1/tenant/pages/travel", and(body, "status", "published"))
                .expect(201);

        for (var address : new String[] {"/pages/travel", "/"}) {
            var page = anonymous(tenant).get(address).expect(200).body();
            assertThat(page).doesNotContain("<script>alert", "<img src=x", "href=\"javascript:");
        }
    }

    @Test
    void anOrganizerWritesFromADraftWithAnImageAndBringsAVersionBack() throws Exception {
        var tenant = aTenant();
        var organizer = organizer(tenant);
        var browser = organizer.browser();
        var form = organizer.open("/manage/pages/new?from=imprint&lang=en");
        assertThat(form.body()).contains("Responsible for these pages", tenant.name(), "主办方信息");

        var fields = Map.of("slug", "imprint", "title.en", "Imprint", "text.en", "One", "place", "footer");
        var previewed = browser.submit(form, "/manage/pages", and(fields, "action", "preview"));
        assertThat(previewed.status()).isEqualTo(200);
        owner(tenant).get("/api/v1/tenant/pages/imprint").expect(404);
        var saved = browser.submit(form, "/manage/pages", and(fields, "action", "publish"));
        var address = saved.address().getPath();
        assertThat(saved.body()).contains("Everybody sees it now");
        var with = browser.upload(saved, address, and(fields, "action", "upload"), "image", "map.png", png());
        var image = IMAGE.matcher(with.body());
        assertThat(image.find()).isTrue();
        assertThat(anonymous(tenant).get(image.group()).expect(200).headers().firstValue("Content-Type"))
                .contains("image/png");
        anonymous(aTenant()).get(image.group()).expect(404);
        var html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(browser.upload(saved, address, and(fields, "action", "upload"), "image", "map.png", html)
                        .status())
                .isEqualTo(422);
        var stale = browser.submit(saved, address, and(and(fields, "version", "1"), "text.en", "Two"));
        assertThat(stale.body()).contains("version 2", "version 1");
        assertThat(browser.submit(saved, address, and(and(fields, "version", "1"), "text.en", "Three"))
                        .status())
                .isEqualTo(409);
        browser.submit(saved, address + "/versions/1/restoration", Map.of());

        var latest = owner(tenant).get("/api/v1/tenant/pages/imprint").expect(200);
        assertThat(latest.text("/text/en")).isEqualTo("One");
        assertThat(latest.json().at("/version").asInt()).isEqualTo(3);
        assertThat(organizer.open(address + "/versions").body()).contains("Version 1", "Version 3", "Mona");
        browser.submit(saved, address, and(and(and(fields, "slug", "legal"), "version", "3"), "action", "publish"));
        var moved = organizer.open("/pages/imprint");
        assertThat(moved.address().getPath()).isEqualTo("/pages/legal");
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private SiteOrganizer organizer(Tenant tenant) {
        return SiteOrganizer.of(tenant, accounts, anonymous(tenant).port());
    }

    private static <T> Map<String, T> and(Map<String, T> some, String name, T value) {
        var all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }
}
