package org.plenary.conference.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.plenary.conference.Attendance;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.application.Application.Scope;

/** What a conference is, beside what was approved (APPR-14). */
final class Scopes {
    private Scopes() {}

    /** @param what a member of {@link Scope}, as it is written in message keys */
    record Deviation(String what, String approved, String now) {}

    static Scope now(ConferenceView conference, Attendance.Count size) {
        return new Scope(
                conference.name().forTag("zh-CN"),
                conference.name().forTag("en"),
                conference.startsOn(),
                conference.endsOn(),
                Fields.place(conference),
                size.foreign(),
                size.total());
    }

    /** Numbers deviate only upwards: fewer people than approved are none. */
    static List<Deviation> between(Scope approved, Scope now) {
        var found = new ArrayList<Deviation>();
        differ(found, "name-zh", approved.nameZh(), now.nameZh());
        differ(found, "name-en", approved.nameEn(), now.nameEn());
        differ(found, "dates", approved.startsOn() + " – " + approved.endsOn(), now.startsOn() + " – " + now.endsOn());
        differ(found, "place", approved.place(), now.place());
        exceed(found, "foreign", approved.foreign(), now.foreign());
        exceed(found, "total", approved.total(), now.total());
        return found;
    }

    private static void differ(List<Deviation> found, String what, String approved, String now) {
        if (!Objects.equals(approved, now)) found.add(new Deviation(what, approved, now));
    }

    private static void exceed(List<Deviation> found, String what, int approved, int now) {
        if (now > approved) found.add(new Deviation(what, String.valueOf(approved), String.valueOf(now)));
    }
}
