package org.plenary.dev;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.plenary.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Agreements with suppliers, and the registration notice that waits for them: one is not signed yet. */
final class DemoNotice {
    private final Http staff;
    private final String conference;
    private final JsonNode notice;
    private final Map<String, String> agreements = new HashMap<>();

    DemoNotice(Http staff, String conference, JsonNode notice) {
        this.staff = staff;
        this.conference = conference;
        this.notice = notice;
    }

    void agree() {
        var today = LocalDate.now(Clock.systemUTC());
        for (var each : notice.get("agreements")) {
            var agreement = ((ObjectNode) each).deepCopy();
            var days = agreement.remove("signed_days_ago");
            if (days != null)
                agreement.put("signed_on", today.minusDays(days.asLong()).toString());
            var made = staff.post(conference + "/agreements", agreement).expect(201);
            agreements.put(made.text("/supplier"), made.text("/id"));
        }
    }

    /** A hotel with the agreement that is made with it. */
    JsonNode withAgreement(JsonNode hotel) {
        var made = agreements.get(hotel.get("name").asString(""));
        return made == null ? hotel : ((ObjectNode) hotel).deepCopy().put("agreement", made);
    }

    /** Once the conference is public: what is shown by then stays, the rest goes out in instalments. */
    void publish() {
        if (notice.has("sign_offs"))
            staff.put(conference + "/notice/settings", Map.of("needs_sign_off", true))
                    .expect(200);
        notice.get("texts")
                .forEachEntry((section, text) -> staff.put(
                                conference + "/notice/sections/" + section + "/text", Map.of("text", text))
                        .expect(200));
        if (!notice.has("sign_offs")) return;
        notice.get("sign_offs")
                .forEachEntry((committee, name) -> staff.post(
                                conference + "/notice/sign-offs", Map.of("committee", committee, "name", name))
                        .expect(200));
        staff.post(conference + "/notice/editions", notice.get("edition")).expect(201);
    }
}
