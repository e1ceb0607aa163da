package org.plenary.papers.call;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
        var known = known(conference.id());
        if (call == null && known.accepted() == 0) return null;
        var model = new HashMap<String, Object>();
        model.put("slug", conference.slug());
        model.put("accepted", known.accepted());
        model.put("awards", known.awards());
        model.put("proceedings", known.proceedings());
        if (call != null) {
            model.put("deadline", call.deadline().toString());
            model.put("open", conference.isOpen() && !call.deadline().isPassed(clock.instant()));
            model.put(
                    "tracks",
                    call.tracks().stream().map(t -> t.name().in(locale)).toList());
        }
        return new Drawn("papers/public-part", "part", Map.copyOf(model));
    }

    /** What everybody may know: how many papers are accepted, whether awards are announced and the proceedings published. */
    private record Known(long accepted, boolean awards, boolean proceedings) {}

    /** In one question, for each visit of a conference's page asks it. */
    private Known known(UUID conference) {
        return jdbc.sql("""
                        select (select count(*) from paper
                                where conference = :conference and status = 'accepted' and announced = 'accepted'),
                            exists (select from paper_award_certificate c join paper p on p.id = c.paper
                                where c.conference = :conference and p.status = 'accepted' and p.announced = 'accepted'),
                            exists (select from proceedings where conference = :conference and published_at is not null)""")
                .param("conference", conference)
                .query((row, _) -> new Known(row.getLong(1), row.getBoolean(2), row.getBoolean(3)))
                .single();
    }
}
