package org.plenary.papers.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Asks authors whether they are some, and tells the one who named them when they are not. */
@Component
class CoauthorMails {
    private final Coauthors coauthors;
    private final Papers papers;
    private final ConferenceApi conferences;
    private final CoauthorLinks links;
    private final Mails mails;

    CoauthorMails(Coauthors coauthors, Papers papers, ConferenceApi conferences, CoauthorLinks links, Mails mails) {
        this.coauthors = coauthors;
        this.papers = papers;
        this.conferences = conferences;
        this.links = links;
        this.mails = mails;
    }

    @OutboundListener(id = "papers.ask-co-author")
    void on(CoauthorNamed event) {
        var coauthor = coauthors.byId(event.coauthor()).orElse(null);
        if (coauthor == null || coauthor.standing() != Coauthor.Standing.ASKED) return;
        var paper = papers.byId(coauthor.paper()).orElseThrow();
        var conference = conferences.byId(paper.conference());
        send(
                "co-author-asked",
                coauthor,
                conference,
                paper,
                coauthor.email(),
                name(paper, coauthor),
                Map.of(
                        "link", links.page(conference, coauthor.id()),
                        "by", paper.content().corresponding().map(Author::name).orElse("")));
    }

    @OutboundListener(id = "papers.tell-of-no-co-author")
    void on(CoauthorDeclined event) {
        var coauthor = coauthors.byId(event.coauthor()).orElse(null);
        if (coauthor == null || coauthor.standing() != Coauthor.Standing.DECLINED) return;
        var paper = papers.byId(coauthor.paper()).orElseThrow();
        var author = paper.content().corresponding().orElse(null);
        if (author == null || author.email() == null) return;
        var conference = conferences.byId(paper.conference());
        send(
                "co-author-declined",
                coauthor,
                conference,
                paper,
                author.email(),
                author.name(),
                Map.of("who", name(paper, coauthor)));
    }

    private void send(
            String template,
            Coauthor coauthor,
            ConferenceView conference,
            Paper paper,
            String to,
            String name,
            Map<String, Object> more) {
        var called = conference.name().in(paper.locale());
        var model = new HashMap<>(more);
        model.put("name", name);
        model.put("conference", called);
        model.put("title", paper.content().title());
        model.put("number", String.valueOf(paper.number()));
        mails.send(new Mails.Mail(
                template + ":" + coauthor.id(),
                to,
                "mail/papers/" + template,
                paper.locale(),
                List.of(String.valueOf(paper.number()), called),
                model,
                List.of()));
    }

    /** As the paper has it. */
    private static String name(Paper paper, Coauthor coauthor) {
        return paper.content().authors().stream()
                .filter(author -> author.email() != null
                        && Coauthors.lower(Objects.requireNonNull(author.email()))
                                .equals(coauthor.email()))
                .map(Author::name)
                .findFirst()
                .orElse(coauthor.email());
    }
}
