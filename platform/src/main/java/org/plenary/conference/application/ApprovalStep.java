package org.plenary.conference.application;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.plenary.conference.approval.RuleBooks;
import org.plenary.conference.approval.RuleKind;
import org.springframework.stereotype.Component;

/** Where its rules say so, a conference is approved before anything of it is public (APPR-14); applying for more takes nothing away. */
@Component
class ApprovalStep implements SetupStep {
    private static final int ORDER = 70;

    private final RuleBooks books;
    private final ApplicationRows rows;

    ApprovalStep(RuleBooks books, ApplicationRows rows) {
        this.books = books;
        this.rows = rows;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "conference.setup.approval";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/approval/application";
    }

    @Override
    public boolean concerns(ConferenceView conference) {
        return books.of(conference.id()).stream()
                .flatMap(book -> book.of(RuleKind.OBLIGATION).stream())
                .anyMatch(rule -> rule.text("blocks").equals("publishing"));
    }

    @Override
    public boolean isDone(ConferenceView conference) {
        return rows.of(conference.id()).approval() != null;
    }

    @Override
    public boolean isRequired() {
        return true;
    }
}
