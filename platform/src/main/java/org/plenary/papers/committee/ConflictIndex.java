package org.plenary.papers.committee;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plenary.papers.committee.ConflictReason.Kind;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Conflict;
import org.plenary.papers.submission.Paper;

/**
 * Finds the conflicts of some reviewers with any paper. Reviewers are looked up by what they share with a paper's authors, so that ten
 * thousand papers and five thousand reviewers need no fifty million comparisons.
 */
public final class ConflictIndex {
    /** Reviewers by address, name, domain and so on; {@code kind value} to them. */
    private final Map<String, List<Reviewer>> by = new HashMap<>();

    private final Map<String, Set<String>> coauthors;
    private final Map<UUID, List<Ruling>> rulings;
    private final Map<UUID, Reviewer> reviewers = new HashMap<>();

    /**
     * @param addresses all that are known of a reviewer's account; the one they were asked at counts in any case
     * @param coauthors of everybody by address, or by name where there is no address
     */
    ConflictIndex(
            Collection<Reviewer> reviewers,
            Map<UUID, Set<String>> addresses,
            Map<String, Set<String>> coauthors,
            Collection<Ruling> rulings) {
        this.coauthors = coauthors;
        this.rulings = new HashMap<>();
        for (var ruling : rulings)
            this.rulings.computeIfAbsent(ruling.paper(), _ -> new ArrayList<>()).add(ruling);
        for (var reviewer : reviewers) {
            this.reviewers.put(reviewer.id(), reviewer);
            var emails = new HashSet<>(addresses.getOrDefault(reviewer.id(), Set.of()));
            emails.add(reviewer.email());
            index(reviewer, emails);
        }
    }

    private void index(Reviewer reviewer, Set<String> emails) {
        var name = Kinship.name(reviewer.name());
        var keys = new HashSet<String>();
        for (var email : emails) {
            keys.add("email " + email);
            var domain = Kinship.domain(email);
            if (domain != null) keys.add("domain " + domain);
            for (var coauthor : coauthors.getOrDefault(email, Set.of())) keys.add("co-author " + coauthor);
        }
        keys.add("name " + name);
        for (var coauthor : coauthors.getOrDefault(name, Set.of())) keys.add("co-author " + coauthor);
        for (var institution : Kinship.institutions(reviewer.profile().affiliation()))
            keys.add("affiliation " + institution);
        for (var conflict : reviewer.profile().conflicts())
            for (var named : named(conflict)) keys.add("declared " + named);
        for (var key : keys) by.computeIfAbsent(key, _ -> new ArrayList<>()).add(reviewer);
    }

    /** What speaks against these reviewers for this paper, by their ids; those without a conflict are not in it. */
    public Map<UUID, List<ConflictReason>> of(Paper paper) {
        var found = new LinkedHashMap<UUID, EnumMap<Kind, ConflictReason>>();
        for (var author : paper.content().authors()) compare(author, found);
        for (var conflict : paper.content().conflicts())
            for (var key : named(conflict)) add(found, key, Kind.DECLARED_BY_AUTHORS, said(conflict));
        rule(paper.id(), found);
        var reasons = new LinkedHashMap<UUID, List<ConflictReason>>();
        found.forEach((reviewer, some) -> reasons.put(
                reviewer,
                some.values().stream()
                        .sorted(Comparator.comparing(ConflictReason::kind))
                        .toList()));
        return reasons;
    }

    private void compare(Author author, Map<UUID, EnumMap<Kind, ConflictReason>> found) {
        var email = author.email() == null ? null : Kinship.email(author.email());
        var name = Kinship.name(author.name());
        if (email == null) add(found, "name " + name, Kind.SAME_NAME, author.name());
        else {
            add(found, "email " + email, Kind.AUTHOR, email);
            var domain = Kinship.domain(email);
            if (domain != null) {
                add(found, "domain " + domain, Kind.SAME_DOMAIN, domain);
                add(found, "declared domain " + domain, Kind.DECLARED_BY_REVIEWER, domain);
            }
            add(found, "declared email " + email, Kind.DECLARED_BY_REVIEWER, email);
        }
        add(found, "declared name " + name, Kind.DECLARED_BY_REVIEWER, author.name());
        add(found, "co-author " + (email == null ? name : email), Kind.CO_AUTHOR, author.name());
        var affiliation = author.affiliation();
        for (var institution : Kinship.institutions(affiliation)) {
            add(found, "affiliation " + institution, Kind.SAME_AFFILIATION, String.valueOf(affiliation));
            add(found, "declared affiliation " + institution, Kind.DECLARED_BY_REVIEWER, String.valueOf(affiliation));
        }
    }

    private void rule(UUID paper, Map<UUID, EnumMap<Kind, ConflictReason>> found) {
        for (var ruling : rulings.getOrDefault(paper, List.of())) {
            var reviewer = reviewers.get(ruling.reviewer());
            if (reviewer == null) continue;
            var some = found.computeIfAbsent(reviewer.id(), _ -> new EnumMap<>(Kind.class));
            if (ruling.conflicts()) some.put(Kind.RULED, new ConflictReason(Kind.RULED, ruling.reason()));
            else some.keySet().removeIf(kind -> kind != Kind.AUTHOR);
            if (some.isEmpty()) found.remove(reviewer.id());
        }
    }

    private void add(Map<UUID, EnumMap<Kind, ConflictReason>> found, String key, Kind kind, String detail) {
        for (var reviewer : by.getOrDefault(key, List.of()))
            found.computeIfAbsent(reviewer.id(), _ -> new EnumMap<>(Kind.class))
                    .putIfAbsent(kind, new ConflictReason(kind, detail));
    }

    /** What a line may mean: an address, the host of an institution, or a name of somebody or of an institution. */
    private static List<String> named(Conflict conflict) {
        var who = conflict.who().strip();
        if (who.indexOf('@') > 0) return List.of("email " + Kinship.email(who));
        if (who.indexOf(' ') < 0 && who.indexOf('.') > 0) {
            var domain = Kinship.domain(who);
            return domain == null ? List.of() : List.of("domain " + domain);
        }
        return List.of("name " + Kinship.name(who), "affiliation " + Kinship.plain(who));
    }

    private static String said(Conflict conflict) {
        var reason = conflict.reason();
        return reason == null ? conflict.who() : conflict.who() + " (" + reason + ")";
    }
}
