package org.plenary.admin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.plenary.Http;
import org.plenary.embedded.Inbox;
import org.plenary.kernel.Ids;

/** Signs organizations up by the API, as a program does. */
final class Signing {
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");

    private Signing() {}

    static String newSlug() {
        return "s" + Ids.reference(10).toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> body(String slug) {
        var body = new LinkedHashMap<String, Object>();
        body.put("organization", organization(slug));
        body.put("owner", owner(slug));
        body.put("plan", "free");
        return body;
    }

    static Map<String, Object> organization(String slug) {
        return new LinkedHashMap<>(Map.of(
                "name",
                "Society " + slug,
                "slug",
                slug,
                "country",
                "CN",
                "locale",
                "zh-CN",
                "time_zone",
                "Asia/Shanghai"));
    }

    static Map<String, Object> owner(String slug) {
        return new LinkedHashMap<>(
                Map.of("name", "Li Na", "email", email(slug), "password", "correct horse battery staple"));
    }

    static String email(String slug) {
        return "owner@" + slug + ".example";
    }

    static String code(Inbox inbox, String slug) {
        var mails = inbox.mails(email(slug));
        if (mails.isEmpty()) return "";
        var found = CODE.matcher(mails.getLast().text());
        return found.find() ? found.group(1) : "";
    }

    static String status(Http platform, String id) {
        return platform.get("/api/v1/signups/" + id).expect(200).text("/status");
    }
}
