package org.plenary.papers.call;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The call on a conference's public page, and the way to the accepted papers once there are some. */
@Component
class CallPublicPart implements PublicPart {
    private final Calls calls;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallPublicPart(Calls calls, JdbcClient jdbc, Clock clock) {
        this.calls = calls;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        var call = calls.find(conference.id()).orElse(null);
        var accepted = jdbc.sql(
                        "select count(*) from paper where conference = :conference and status = 'accepted' and announced = 'accepted'")
                .param("conference", conference.id())
                .query(Long.class)
                .single();
        if (call == null && accepted == 0) return null;
        var model = new HashMap<String, Object>();
        model.put("slug", conference.slug());
        model.put("accepted", accepted);
        if (call != null) {
            model.put("deadline", call.deadline().toString());
            model.put("open", conference.isOpen() && !call.deadline().isPassed(clock.instant()));
            model.put(
                    "tracks",
                    call.tracks().stream().map(t -> t.name().in(locale)).toList());
        }
        return new Drawn("papers/public-part", "part", Map.copyOf(model));
    }
}
