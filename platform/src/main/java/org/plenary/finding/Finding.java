package org.plenary.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.FoundKind;
import org.plenary.fulltext.FoundKind.Answer;
import org.plenary.fulltext.FoundKind.Asked;
import org.plenary.fulltext.FoundKind.Order;
import org.plenary.fulltext.FoundKind.Shown;
import org.plenary.fulltext.IndexedKind;
import org.plenary.fulltext.LookedUpKind;
import org.plenary.fulltext.ManyKinds;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Finds things of all kinds. A kind is asked about those conferences alone in which the caller has its permission, so that nothing else is
 * in what is found or counted; where there is none of these, it is not asked at all.
 */
@Component
class Finding {
    private final List<FoundKind> kinds;
    private final ManyKinds index;
    private final ConferenceApi conferences;
    private final Callers callers;

    Finding(List<FoundKind> kinds, ManyKinds index, ConferenceApi conferences, Callers callers) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparingInt(FoundKind::place)).toList();
        this.index = index;
        this.conferences = conferences;
        this.callers = callers;
    }

    /**
     * What somebody looks for.
     *
     * @param only the conference that is looked in; null for all
     * @param kind the one that is shown, the others are only counted; null to show some of each
     * @param limit of each kind that is shown
     */
    record Question(
            String text,
            @Nullable ConferenceView only,
            @Nullable String kind,
            int limit,
            int from,
            Order order,
            Locale locale,
            boolean isTyping) {}

    record Group(FoundKind kind, List<Shown> shown, long total) {}

    /**
     * @param groups of each kind that the caller may see, also when there is nothing of it
     * @param conferences the names of those that were looked in
     * @param isWhole whether the index could be asked
     */
    record Outcome(List<Group> groups, Map<UUID, FoundKind.Conference> conferences, boolean isWhole) {
        long total() {
            return groups.stream().mapToLong(Group::total).sum();
        }
    }

    Outcome find(Question question) {
        var within = within(question);
        var asked = new LinkedHashMap<FoundKind, Asked>();
        for (var kind : kinds) {
            var allowed = allowed(kind, within);
            var isShown = question.kind() == null || question.kind().equals(kind.key());
            if (!allowed.isEmpty())
                asked.put(
                        kind,
                        new Asked(
                                question.text(),
                                allowed,
                                isShown ? question.limit() : 0,
                                isShown ? question.from() : 0,
                                question.order(),
                                question.locale(),
                                question.isTyping()));
        }
        var indexed = indexed(question, asked);
        var groups = new ArrayList<Group>();
        asked.forEach((kind, each) -> {
            var answer = switch (kind) {
                case IndexedKind some -> answer(some, each, indexed);
                case LookedUpKind few -> few.lookUp(each);
            };
            groups.add(new Group(kind, answer.shown(), answer.total()));
        });
        var isWhole = asked.keySet().stream()
                .allMatch(kind -> kind instanceof LookedUpKind || indexed.containsKey(kind.key()));
        return new Outcome(groups, within, isWhole);
    }

    /** Whether there is a kind of this key that the caller may see. */
    boolean isKind(String key, @Nullable ConferenceView only, Locale locale) {
        var within = within(only, locale);
        return kinds.stream()
                .anyMatch(
                        kind -> kind.key().equals(key) && !allowed(kind, within).isEmpty());
    }

    private Map<String, ManyKinds.Found> indexed(Question question, Map<FoundKind, Asked> asked) {
        var parts = new ArrayList<ManyKinds.Part>();
        asked.forEach((kind, each) -> {
            if (kind instanceof IndexedKind some)
                parts.add(new ManyKinds.Part(
                        kind.key(), each.ids(), each.limit(), each.from(), some.synonyms(each), some.looksIntoFiles()));
        });
        try {
            return index.search(question.text(), question.order(), parts);
        } catch (Problem.Unavailable e) {
            return Map.of();
        }
    }

    private static Answer answer(IndexedKind kind, Asked asked, Map<String, ManyKinds.Found> indexed) {
        var found = indexed.get(kind.key());
        if (found == null) return Answer.NOTHING;
        return new Answer(found.hits().isEmpty() ? List.of() : kind.shown(found.hits(), asked), found.total());
    }

    private Map<UUID, FoundKind.Conference> within(Question question) {
        return within(question.only(), question.locale());
    }

    private Map<UUID, FoundKind.Conference> within(@Nullable ConferenceView only, Locale locale) {
        var within = new LinkedHashMap<UUID, FoundKind.Conference>();
        for (var each : only == null ? conferences.readable() : List.of(only))
            within.put(
                    each.id(), new FoundKind.Conference(each.slug(), each.name().in(locale)));
        return within;
    }

    private Map<UUID, FoundKind.Conference> allowed(FoundKind kind, Map<UUID, FoundKind.Conference> within) {
        var caller = callers.current();
        var allowed = new LinkedHashMap<UUID, FoundKind.Conference>();
        within.forEach((id, conference) -> {
            if (caller.mayIn(id, kind.permission())) allowed.put(id, conference);
        });
        return allowed;
    }
}
