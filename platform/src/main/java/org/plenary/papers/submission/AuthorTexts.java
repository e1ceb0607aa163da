package org.plenary.papers.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.Call;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What an author's pages say about the paper. */
@Component
class AuthorTexts {
    private final MessageSource messages;
    private final Urls urls;
    private final Coauthors coauthors;
    private final AuthorTodos todos;
    private final Questions questions;

    AuthorTexts(MessageSource messages, Urls urls, Coauthors coauthors, AuthorTodos todos, Questions questions) {
        this.messages = messages;
        this.urls = urls;
        this.coauthors = coauthors;
        this.todos = todos;
        this.questions = questions;
    }

    String of(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    /** Adds what others have for the authors, and what they ask of them, to a page that is described. */
    ModelAndView withParts(ModelAndView page, ConferenceView conference, Paper paper, Locale locale) {
        var steps = new ArrayList<AuthorPart.Step>();
        if (page.getModel().get("todos") instanceof List<?> own) own.forEach(each -> steps.add((AuthorPart.Step) each));
        steps.addAll(todos.steps(conference, paper, locale));
        return page.addObject("parts", todos.parts(conference, paper, locale)).addObject("todos", steps);
    }

    ModelAndView describe(ModelAndView page, Paper paper, String secret, Locale locale) {
        var slug = String.valueOf(page.getModel().get("slug"));
        page.addObject("paper", SubmissionView.forAuthor(paper));
        page.addObject("answered", questions.answered(paper.conference(), paper.answers(), locale));
        page.addObject("secret", secret);
        page.addObject("link", link(slug, paper.number(), secret));
        page.addObject("trackName", trackName(page.getModel().get("call"), paper, locale));
        describeKind(page, paper, locale);
        var standings = coauthors.standings(paper.id());
        page.addObject("standings", standings);
        if (page.getModel().get("call") instanceof Call call)
            page.addObject("todos", todos.of(paper, call, standings, locale));
        page.addObject(
                "mayWithdraw",
                paper.shown() != PaperStatus.REJECTED && paper.shown().mayBecome(PaperStatus.WITHDRAWN));
        return page;
    }

    String link(String slug, int number, String secret) {
        return urls.tenant(Tenancy.require(), "/c/" + slug + "/submissions/" + number + "?secret=" + secret)
                .toString();
    }

    /** The page of the call for papers. */
    String callLink(String slug) {
        return urls.tenant(Tenancy.require(), "/c/" + slug + "/call").toString();
    }

    private static void describeKind(ModelAndView page, Paper paper, Locale locale) {
        if (!(page.getModel().get("call") instanceof Call call)) return;
        var type = paper.content().type();
        page.addObject("typeName", type == null ? "" : call.typeName(type, locale));
        page.addObject(
                "topicNames",
                paper.content().topics().stream()
                        .map(topic -> call.topicName(topic, locale))
                        .toList());
    }

    private static String trackName(@org.jspecify.annotations.Nullable Object call, Paper paper, Locale locale) {
        var track = paper.content().track();
        if (track == null) return "";
        return call instanceof Call known ? known.trackName(track, locale) : track;
    }
}
