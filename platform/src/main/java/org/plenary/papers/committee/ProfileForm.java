package org.plenary.papers.committee;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Call;
import org.plenary.papers.submission.ConflictLines;

/** What reviewers say of themselves, as their page sends it. */
final class ProfileForm {
    private static final int AFFILIATION = 300;
    private static final int WORKS = 200_000;
    private static final int MOST = 500;
    private static final int MOST_RELIEF = 20;
    private static final String TOPIC = "topic.";

    private ProfileForm() {}

    static Posted of(Profile profile) {
        var form = Posted.empty()
                .set("affiliation", profile.affiliation())
                .set("country", profile.country())
                .set("works", profile.works())
                .set("conflicts", ConflictLines.of(profile.conflicts()))
                .set("most", profile.most());
        var relief = profile.relief();
        if (relief != null) form.set("relief_most", relief.most()).set("relief_until", relief.until());
        profile.topics().forEach((topic, expertise) -> form.set(TOPIC + topic, expertise.code()));
        return form;
    }

    /** @throws Problem.InvalidInput at the fields */
    static Profile read(Posted posted, @Nullable Call call) {
        var most = posted.integer("most");
        var reliefMost = posted.integer("relief_most");
        var reliefUntil = posted.date("relief_until");
        posted.throwIfWrong();
        var wrong = new Violations();
        wrong.optionalText("/affiliation", posted.text("affiliation"), AFFILIATION);
        if (posted.has("country")) wrong.country("/country", posted.get("country"));
        wrong.optionalText("/works", posted.text("works"), WORKS);
        wrong.check(most == null || most >= 0 && most <= MOST, "/most", "range", "From 0 to " + MOST + ".");
        wrong.check(
                reliefMost == null || reliefMost >= 0 && reliefMost <= MOST_RELIEF,
                "/relief_most",
                "range",
                "From 0 to " + MOST_RELIEF + ".");
        if (reliefMost != null && reliefMost != 0) wrong.required("/relief_until", reliefUntil);
        var conflicts = ConflictLines.checked(wrong, "/conflicts", posted.get("conflicts"));
        wrong.throwIfAny();
        var works = posted.text("works");
        return new Profile(
                posted.text("affiliation"),
                posted.text("country"),
                topics(posted, call),
                works == null ? "" : works,
                conflicts,
                most,
                reliefMost == null || reliefMost == 0 || reliefUntil == null
                        ? null
                        : new Relief(reliefMost, reliefUntil));
    }

    private static Map<String, Expertise> topics(Posted posted, @Nullable Call call) {
        var topics = new LinkedHashMap<String, Expertise>();
        if (call == null) return topics;
        for (var topic : call.topics().toList())
            Expertise.of(posted.get(TOPIC + topic.key())).ifPresent(each -> topics.put(topic.key(), each));
        return topics;
    }
}
