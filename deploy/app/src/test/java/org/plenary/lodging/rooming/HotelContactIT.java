package org.plenary.lodging.rooming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody of a hotel signs in, and sees that hotel and nothing else. */
class HotelContactIT extends HotelSideFixture {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<]+/(?:password|hotel)[^\\s\"<]*");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void somebodyOfAHotelSeesThatHotelAndNothingElse() {
        book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var elsewhere = book("plaza", "2027-05-10", "2027-05-11", "Elsewhere");
        var refused = invite("not an address");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Rita Front\"");
        assertThat(invite(address("mona")).body()).contains("This person is a member already.");
        assertThat(invite(address("rita")).body()).contains("The invitation was sent to", "Rita Front");
        var contact = new Browser();
        var page = contact.open(links("rita").getFirst());
        contact.submit(
                page,
                "/password",
                Map.of("link", page.address().getQuery().substring("link=".length()), "password", PASSWORD));
        var mine = signIn(contact, contact.open(links("rita").getLast()), "rita");

        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.body())
                .contains("Grand", "Ada Lovelace")
                .doesNotContain("Elsewhere", "Plaza", "Send to the hotel", "/manage/", "ada@example.org");
        assertThat(contact.open(at("/hotel")).address().getPath())
                .isEqualTo(mine.address().getPath());
        assertThat(contact.open(at("/manage")).address().getPath())
                .as("there is nothing else to land on")
                .isEqualTo(mine.address().getPath());
        var base = "/hotel/" + hotelId("grand");
        var stay = stayOf("Ada Lovelace");
        for (var path :
                List.of("/days", "/days/file", "/numbers", "/rooming/file", "/stays/" + stay + "/late-check-out")) {
            assertThat(contact.open(at(base + path)).status()).as(path).isEqualTo(200);
            assertThat(contact.open(at("/hotel/" + hotelId("plaza") + path)).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(contact.open(at(base + "/stays/" + stayOf("Elsewhere") + "/late-check-out"))
                        .status())
                .isEqualTo(404);
        assertThat(staff.open(at("/hotel")).status())
                .as("staff have their own pages")
                .isEqualTo(403);
        assertThat(refusedTo(contact)).isEmpty();

        var typed = contact.submit(
                contact.open(at(base + "/numbers")),
                base + "/numbers",
                Map.of("number." + stay, "H-77", "was-number." + stay, "", "number." + stayOf("Elsewhere"), "X"));
        assertThat(typed.body()).contains("The numbers of one room are saved.", "value=\"H-77\"");
        assertThat(text("SELECT string_agg(acknowledgement, ',') FROM room_booking"))
                .isEqualTo("H-77");
        assertThat(staff.open(orderPage(elsewhere)).body()).contains("confirmation number follows");

        var contacts = staff.open(at(HOTELS + "grand/contacts"));
        var end = find(contacts.body(), "href=\"(/manage/[^\"]+/removal)\"");
        assertThat(staff.submit(staff.open(at(end)), end, Map.of()).body())
                .contains("Rita Front is not let in any more.");
        assertThat(contact.open(at(base + "/rooming")).status())
                .as("ends at once")
                .isEqualTo(403);
        assertThat(audit("hotel-contact.let-in") + audit("hotel-contact.ended")).isEqualTo(2);
    }

    /** Every page and every resource of staff, asked for as somebody of a hotel. */
    private List<String> refusedTo(Browser contact) {
        var open = new ArrayList<String>();
        var walked = 0;
        for (var entry : mappings.getHandlerMethods().entrySet()) {
            var handler = entry.getValue();
            if (!AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), TenantHost.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Public.class)) continue;
            var methods = entry.getKey().getMethodsCondition().getMethods();
            if (!methods.isEmpty() && !methods.contains(RequestMethod.GET)) continue;
            for (var pattern : entry.getKey().getPatternValues()) {
                if (pattern.startsWith("/hotel") || pattern.equals("/manage")) continue;
                var path = pattern.replace("{conference}", "conf27")
                        .replace("{hotel}", "grand")
                        .replaceAll("/\\*\\*$", "/x")
                        .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
                var status = contact.open(at(path)).status();
                if (status == (path.startsWith("/api/") ? 401 : 403)) walked++;
                // a pattern that this path does not meet, or another format than a browser asks for
                else if (status != 404 && status != 406) open.add(status + " " + path);
            }
        }
        assertThat(walked).isGreaterThan(60);
        return open;
    }

    private Browser.View invite(String email) {
        var page = HOTELS + "grand/contacts";
        return staff.submit(staff.open(at(page)), page, Map.of("name", "Rita Front", "email", email, "language", "en"));
    }

    /** The links of the invitation, in their order. */
    private List<String> links(String who) {
        eventually(
                "the invitation is mailed", () -> !inbox().mails(address(who)).isEmpty());
        return LINK.matcher(inbox().mails(address(who)).getLast().text())
                .results()
                .map(match -> match.group())
                .toList();
    }

    private String hotelId(String key) {
        return text("SELECT id::text FROM hotel WHERE key = '" + key + "'");
    }

    private static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) throw new AssertionError("no " + pattern + " in " + text);
        return found.group(1).replace("&amp;", "&");
    }
}
