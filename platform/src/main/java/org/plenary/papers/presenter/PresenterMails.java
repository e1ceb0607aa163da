package org.plenary.papers.presenter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.decision.DecisionPlans;
import org.plenary.papers.decision.RegistrationLinks;
import org.plenary.papers.presenter.Coverage.Standing;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.ReachableAuthors;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Asks the authors of papers without anybody who comes to register, each by their own link. */
@Component
class PresenterMails {
    private static final int PAGE = 200;

    private final Presenters presenters;
    private final Papers papers;
    private final Asking asking;
    private final DecisionPlans plans;
    private final Mails mails;

    PresenterMails(Presenters presenters, Papers papers, Asking asking, DecisionPlans plans, Mails mails) {
        this.presenters = presenters;
        this.papers = papers;
        this.asking = asking;
        this.plans = plans;
        this.mails = mails;
    }

    /** Who is asked, and by which link. */
    @Component
    record Asking(ConferenceApi conferences, ReachableAuthors reachable, RegistrationLinks links) {}

    @OutboundListener(id = "papers.mail-presenters-asked")
    void on(PresentersAsked event) {
        ask(event.conference(), "asked:" + event.at());
    }

    /**
     * Asks the authors of all papers that lack somebody; whoever was written to already is known by the mail's key.
     *
     * @param time names the time of asking
     * @throws MailException when one of them could not be sent; the others were
     */
    void ask(UUID conference, String time) {
        var found = asking.conferences().byId(conference);
        MailException failed = null;
        List<Coverage> page;
        var after = 0;
        do {
            page = presenters.list(conference, Standing.MISSING, after, PAGE);
            for (var paper : papers.byIds(page.stream().map(Coverage::paper).toList())) {
                for (var reached : asking.reachable().of(paper)) {
                    try {
                        send(found, paper, reached, time);
                    } catch (MailException e) {
                        failed = e;
                    }
                }
            }
            if (!page.isEmpty()) after = page.getLast().number();
        } while (page.size() == PAGE);
        if (failed != null) throw failed;
    }

    private void send(ConferenceView conference, Paper paper, ReachableAuthors.Reached reached, String time) {
        var name = conference.name().in(paper.locale());
        var until = plans.of(conference.id()).presenterUntil();
        mails.send(new Mails.Mail(
                "presenter-" + time + ":" + paper.id() + ":" + reached.email(),
                reached.email(),
                "mail/papers/presenter-asked",
                paper.locale(),
                List.of(String.valueOf(paper.number()), name),
                Map.of(
                        "name", reached.author().name(),
                        "conference", name,
                        "number", String.valueOf(paper.number()),
                        "title", paper.content().title(),
                        "until", until == null ? "" : until.toString(),
                        "register", asking.links().of(conference, paper, reached.index())),
                List.of()));
    }
}
