package org.plenary.papers.presenter;

import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.decision.DecisionPlans;
import org.plenary.papers.presenter.Coverage.Standing;
import org.plenary.papers.submission.AuthorPart;
import org.plenary.papers.submission.Paper;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the authors of an accepted paper, on its page, that one of them has to register. */
@Component
class PresenterPart implements AuthorPart {
    private final DecisionPlans plans;
    private final Presenters presenters;
    private final MessageSource messages;

    PresenterPart(DecisionPlans plans, Presenters presenters, MessageSource messages) {
        this.plans = plans;
        this.presenters = presenters;
        this.messages = messages;
    }

    @Override
    public Optional<Line> of(ConferenceView conference, Paper paper, Locale locale) {
        var until = plans.of(conference.id()).presenterUntil();
        if (until == null || !paper.isAccepted()) return Optional.empty();
        return presenters
                .one(conference.id(), paper.id())
                .filter(found -> found.standing() == Standing.MISSING)
                .map(_ -> new Line(
                        text("papers.presenters.line", locale, until.toString()),
                        text("papers.presenters.line-open", locale),
                        "/acceptance"));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }
}
