package org.plenary.papers.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.identity.Callers;
import org.plenary.identity.OutsidePeople;
import org.springframework.stereotype.Component;

/** Staff who hand papers in themselves: of their own they know no more than any author does. */
@Component
public class StaffAuthors {
    private static final String ACCOUNT = "account:";

    private final Callers callers;
    private final OutsidePeople people;
    private final Papers papers;

    StaffAuthors(Callers callers, OutsidePeople people, Papers papers) {
        this.callers = callers;
        this.people = people;
        this.papers = papers;
    }

    /** The account of whoever asks, if somebody is signed in. */
    public Optional<UUID> account() {
        var id = callers.current().id();
        return id.startsWith(ACCOUNT) ? Optional.of(UUID.fromString(id.substring(ACCOUNT.length()))) : Optional.empty();
    }

    /** All e-mail addresses of whoever asks, in lower case: a paper with one of them among its authors' is their own. */
    public Set<String> addresses() {
        return account()
                .map(account -> people.addresses(List.of(account)).getOrDefault(account, Set.of()))
                .orElse(Set.of());
    }

    /** The papers of whoever asks, as they may know them. */
    public List<Paper> own(UUID conference) {
        var own = addresses();
        return own.isEmpty()
                ? List.of()
                : papers.by(conference, own).stream()
                        .map(paper -> paper.seenBy(own))
                        .toList();
    }

    /** The papers as whoever asks may know them, to be shown and never to be kept. */
    public List<Paper> seen(List<Paper> papers) {
        var own = addresses();
        return own.isEmpty()
                ? papers
                : papers.stream().map(paper -> paper.seenBy(own)).toList();
    }

    public Paper seen(Paper paper) {
        return paper.seenBy(addresses());
    }
}
