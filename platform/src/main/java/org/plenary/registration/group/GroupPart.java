package org.plenary.registration.group;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.conference.PublicPart;
import org.springframework.stereotype.Component;

/** The way for groups on a conference's public page, behind the fees. */
@Component
class GroupPart implements PublicPart {
    private static final int ORDER = 11;

    private final GroupSettings settings;
    private final Notices notices;

    GroupPart(GroupSettings settings, Notices notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        var rules = settings.of(conference.id());
        if (!rules.allowed() || !conference.isOpen()) return null;
        if (!notices.open(conference.id()).shows(NoticeSection.FEES)) return null;
        return new Drawn(
                "registration/group-public-part",
                "part",
                Map.of("slug", conference.slug(), "most", rules.most(), "until", rules.lastDay(conference)));
    }
}
