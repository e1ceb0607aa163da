package org.plenary.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.plenary.Http;

/** Somebody who keeps their cookies. */
final class Visitor {
    private final Http http;
    final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(Http http) {
        this.http = http;
    }

    Http.Answer get(String path) {
        return kept(http().get(path));
    }

    Http.Answer form(String path, Map<String, String> fields) {
        return kept(http().form(path, fields));
    }

    Http.Answer send(String path, String type, byte[] body) {
        return kept(http().send("POST", path, type, body));
    }

    Http.Answer order() {
        return kept(WaitingRoomFixture.order(http()));
    }

    Http.Answer update() {
        return get(WaitingRoomFixture.WAITING + "/place").expect(200);
    }

    private Http http() {
        if (cookies.isEmpty()) return http;
        return http.with(
                "Cookie",
                String.join(
                        "; ",
                        cookies.entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .toList()));
    }

    private Http.Answer kept(Http.Answer answer) {
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
