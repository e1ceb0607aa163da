package org.plenary.papers.query;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.MessageText;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Something that chairs write to the people of papers.
 *
 * @param message names it: each mail of it is sent once
 * @param audience {@link #AUTHORS} or {@link #REVIEWERS}
 * @param people papers, or reviewers, at most 50
 */
record PaperMessage(
        TenantId tenant, UUID conference, UUID message, String audience, String subject, String text, List<UUID> people)
        implements TenantEvent {
    static final String AUTHORS = "authors";
    static final String REVIEWERS = "reviewers";
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 10_000;

    PaperMessage {
        people = List.copyOf(people);
    }

    /** What placeholders stand for, to look whether they are right: reviewers are told of no paper. */
    static Map<String, String> sample(String audience, String name, String link) {
        return audience.equals(REVIEWERS)
                ? Map.of("name", name, "link", link)
                : Map.of("name", name, "link", link, "number", "1", "title", "Title");
    }

    static void check(Violations wrong, String audience, String subject, String text) {
        wrong.check(
                audience.equals(AUTHORS) || audience.equals(REVIEWERS), "/audience", "choice", "Authors or reviewers.");
        wrong.text("/subject", subject, LONGEST_SUBJECT).text("/text", text, LONGEST_TEXT);
        var values = sample(audience, "", "");
        MessageText.check(wrong, "/subject", subject, values);
        MessageText.check(wrong, "/text", text, values);
    }
}
