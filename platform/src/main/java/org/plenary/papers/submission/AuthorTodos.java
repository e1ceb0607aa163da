package org.plenary.papers.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Stage;
import org.plenary.papers.call.SubmissionType;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is left to do for the author of a paper that is not decided. */
@Component
class AuthorTodos {
    private final MessageSource messages;
    private final List<AuthorPart> parts;

    AuthorTodos(MessageSource messages, List<AuthorPart> parts) {
        this.messages = messages;
        this.parts = parts;
    }

    /** What others have for the authors. */
    List<AuthorPart.Line> parts(ConferenceView conference, Paper paper, Locale locale) {
        return parts.stream()
                .flatMap(part -> part.of(conference, paper, locale).stream())
                .toList();
    }

    /** What others ask of the authors. */
    List<AuthorPart.Step> steps(ConferenceView conference, Paper paper, Locale locale) {
        return parts.stream()
                .flatMap(part -> part.steps(conference, paper, locale).stream())
                .toList();
    }

    /** @param standings of the co-authors, by their addresses */
    List<AuthorPart.Step> of(Paper paper, Call call, Map<String, String> standings, Locale locale) {
        var todos = new ArrayList<AuthorPart.Step>();
        if (paper.shown() != PaperStatus.SUBMITTED) return todos;
        if (wantsFile(paper, call))
            todos.add(new AuthorPart.Step(
                    text("papers.todo.file", locale, call.until(Stage.FULL).orElse(call.deadline())),
                    paper.file() != null));
        if (!standings.isEmpty()) {
            var confirmed = standings.values().stream()
                    .filter(Coauthor.Standing.CONFIRMED.code()::equals)
                    .count();
            todos.add(new AuthorPart.Step(
                    text("papers.todo.authors", locale, confirmed, standings.size()), confirmed == standings.size()));
        }
        return todos;
    }

    private static boolean wantsFile(Paper paper, Call call) {
        var need = call.type(paper.content().type()).map(SubmissionType::file).orElse(SubmissionType.FileNeed.OPTIONAL);
        return need == SubmissionType.FileNeed.REQUIRED
                || need == SubmissionType.FileNeed.OPTIONAL && call.first() == Stage.ABSTRACT;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }
}
