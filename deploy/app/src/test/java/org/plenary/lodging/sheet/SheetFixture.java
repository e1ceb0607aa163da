package org.plenary.lodging.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.kernel.TableFile;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organizer at the pages on which spreadsheets are brought in. */
abstract class SheetFixture extends PlenaryIT {
    static final String PASSWORD = "looms-weave-algebra";
    static final String BLOCK = """
            Hotel;Room type;Date;Rooms;Rate;Occupancy
            Grand Hotel;Double;2027-05-10;2;100.00;2
            Grand Hotel;Double;11.05.2027;2;100.00;2
            Grand Hotel;Double;2027-05-12;1;150,50;2
            """;

    @Autowired
    Accounts accounts;

    @Autowired
    ConferenceApi conferences;

    @Autowired
    BringingIn bringingIn;

    @Autowired
    List<SheetKind> kinds;

    @Autowired
    StockCheck stockCheck;

    @Autowired
    JdbcClient jdbc;

    final Browser browser = new Browser();

    Tenant tenant;
    Http owner;
    String hotels;

    @BeforeEach
    void anOrganizerSignsIn() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        hotels = "http://" + tenant.slug() + ".localhost:" + owner.port() + "/manage/conferences/conf27/hotels";
        browser.submit(browser.open(hotels + "?lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }

    Browser.View step(String kind, String about, String table, String step) {
        var file = TableFile.of(table.getBytes(StandardCharsets.UTF_8));
        var id = Tenancy.callAs(tenant, () -> {
            var of = kinds.stream()
                    .filter(each -> each.name().equals(kind))
                    .findFirst()
                    .orElseThrow();
            return bringingIn.keep(new BringingIn.Subject(conferences.bySlug("conf27"), of, about), file);
        });
        var name = about.isEmpty() ? kind : kind + ":" + about;
        return step(browser.open(hotels + "/sheets/" + name + "/" + id), step);
    }

    Browser.View uploaded(String kind, String table) {
        var form = browser.open(hotels + "/sheets/" + kind);
        return browser.upload(form, kind, "file", kind + ".csv", table.getBytes(StandardCharsets.UTF_8));
    }

    Browser.View step(Browser.View page, String step) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        var fields = new HashMap<String, String>();
        fields.put("step", step);
        var columns = page.body().split("name=\"column\\.");
        for (var i = 1; i < columns.length; i++) {
            var chosen = columns[i].replaceFirst("(?s).*?<option value=\"([^\"]*)\" selected.*", "$1");
            fields.put("column." + (i - 1), chosen.length() > 30 ? "" : chosen);
        }
        return browser.submit(page, page.address().getPath(), fields);
    }
}
