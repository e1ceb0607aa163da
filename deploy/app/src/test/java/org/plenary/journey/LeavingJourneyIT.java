package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.plenary.journey.Browsing.Screen;
import org.plenary.tenancy.Tenancy;

/** An owner takes the organization's data along and closes it, and somebody takes theirs and goes. */
class LeavingJourneyIT extends Journey {
    private static final String PASSWORD = "boxes-stand-in-halls";

    @Test
    void whatIsLeftCanBeTakenAlongAndAMindCanBeChanged() {
        organization(browsing.desktop("en-US"), "1280-en");
        person(browsing.phone("zh-CN"), "390-zh-CN");
        browsing.assertQuiet();
    }

    private void organization(Screen screen, String name) {
        var tenant = aTenant();
        var email = "olga@" + tenant.slug() + ".example";
        account("Olga Owner", email, tenant);
        screen.open("http://" + tenant.slug() + ".localhost:" + platform().port() + "/manage/leaving");
        screen.fill("email", email, "password", PASSWORD).submit();
        var page = at("/leaving/" + tenant.id());
        screen.arrivesAt(page).shoot("leaving-" + name);

        screen.goBy("form[action$='/export'] button");
        screen.page().locator("a[href$='/export/archive']").waitFor();
        screen.shoot("leaving-exported-" + name);
        var archive = screen.page().waitForDownload(() -> screen.press("a[href$='/export/archive']"));
        assertThat(text(archive, "README.md")).contains(tenant.name(), "### paper");

        for (var time = 0; time < 2; time++) {
            screen.open(page + "/deletion/confirm");
            if (time == 0) {
                screen.fill("slug", "another").goBy(".confirm-bar button").shoot("leaving-refused-" + name);
            }
            screen.fill("slug", tenant.slug()).goBy(".confirm-bar button").sees("The organization is closed");
            if (time > 0) break;
            screen.shoot("leaving-begun-" + name);
            screen.goBy("form[action$='/deletion/cancellation'] button").sees("stays, as it was before");
        }
        anonymous(tenant).get("/").expect(503);
        screen.open(at("/deletion-certificates?number=DC-2026-00001&code=0000-0000-0000"))
                .sees("We know no certificate")
                .shoot("certificate-unknown-" + name);
    }

    private void person(Screen screen, String name) {
        var tenant = aTenant();
        var email = "mei@" + tenant.slug() + ".example";
        account("Anna Other", "anna@" + tenant.slug() + ".example", tenant);
        account("Mei Li", email, tenant);
        screen.open(at("/account/data"))
                .fill("email", email, "password", PASSWORD)
                .submit();
        screen.arrivesAt(at("/account/data**")).shoot("farewell-data-" + name);
        screen.goBy("form[action='/account/data'] button");
        screen.page().locator("a[href='/account/data/copy']").waitFor();
        screen.shoot("farewell-copy-" + name);
        var copy = screen.page().waitForDownload(() -> screen.press("a[href='/account/data/copy']"));
        assertThat(text(copy, "organizations/" + tenant.slug() + ".json")).contains("owner", "Mei Li");

        screen.open(at("/account")).shoot("farewell-account-" + name);
        screen.goBy("a[href='/account/deletion']").shoot("farewell-deletion-" + name);
        screen.fill("current", PASSWORD).submit().sees("保留我的账户").shoot("farewell-asked-" + name);
        screen.goBy("form[action$='/cancellation'] button").sees("您的账户已保留");
        screen.open(at("/account/deletion")).fill("current", PASSWORD).submit().sees("保留我的账户");
    }

    private void account(String name, String email, org.plenary.tenancy.Tenant tenant) {
        UUID account = accounts.createOwner(name, email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
    }

    private static String text(Download download, String entry) {
        try (var zip = new ZipFile(download.path().toFile())) {
            return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(String path) {
        return "http://localhost:" + platform().port() + path;
    }
}
