package org.plenary.papers.likeness;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;

/**
 * What a chair of one conference sees of its pairs: never one with a paper of their own, and nothing of a paper of a conference whose papers
 * they may not read but that there is one.
 */
@Component
class PairBoard {
    private final LikePairs pairs;
    private final LikenessRules rules;
    private final Papers papers;
    private final ConferenceApi conferences;
    private final Eyes eyes;

    PairBoard(LikePairs pairs, LikenessRules rules, Papers papers, ConferenceApi conferences, Eyes eyes) {
        this.pairs = pairs;
        this.rules = rules;
        this.papers = papers;
        this.conferences = conferences;
        this.eyes = eyes;
    }

    /** Whose they are that look. */
    @Component
    record Eyes(Callers callers, ReviewerDesks desks) {}

    /** Whether the same people wrote both. */
    enum Authors {
        SAME,
        SOME,
        OTHERS
    }

    /**
     * A pair as it is shown.
     *
     * @param own the paper of this conference; of two the one that was asked for, else the one with the lower number
     * @param other null for one that whoever looks may not see
     * @param conference of the other one, null if it is this one, or may not be named
     * @param likeness first of the own one
     * @param authors null where the other one may not be seen
     */
    record Line(
            LikePair pair,
            Paper own,
            @Nullable Paper other,
            @Nullable ConferenceView conference,
            Likeness likeness,
            @Nullable Authors authors) {
        public UUID id() {
            return pair.id();
        }

        public long ofOwn() {
            return Math.round(likeness.ofFirst() * 100);
        }

        public long ofOther() {
            return Math.round(likeness.ofSecond() * 100);
        }

        /** {@code open}, {@code fine} or {@code concern}. */
        public String standing() {
            var ruling = pair.ruling();
            return ruling == null ? "open" : ruling.verdict().code();
        }

        public String authorsCode() {
            return authors == null ? "hidden" : authors.name().toLowerCase(Locale.ROOT);
        }
    }

    PairFilter filter(UUID conference, @Nullable UUID paper, String show) {
        return new PairFilter(
                conference, rules.of(conference).percent(), eyes.desks().addresses(), paper, show);
    }

    long count(PairFilter filter) {
        return pairs.count(filter);
    }

    List<Line> lines(PairFilter filter, int offset, int limit) {
        var found = pairs.list(filter, offset, limit);
        var known = known(found.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toSet()));
        var others = conferences.all().stream().collect(Collectors.toMap(ConferenceView::id, Function.identity()));
        return found.stream()
                .map(pair -> line(pair, filter.conference(), filter.paper(), known, others))
                .toList();
    }

    /** @throws Problem.NotFound for a pair of other conferences, or with a paper of whoever asks */
    Line line(UUID conference, UUID id) {
        var pair = pairs.find(conference, id).orElseThrow(() -> new Problem.NotFound("This pair"));
        var known = known(Set.of(pair.first(), pair.second()));
        if (known.values().stream().anyMatch(this::isOwn)) throw new Problem.NotFound("This pair");
        var others = Stream.of(pair.firstConference(), pair.secondConference())
                .distinct()
                .map(conferences::byId)
                .collect(Collectors.toMap(ConferenceView::id, Function.identity()));
        return line(pair, conference, null, known, others);
    }

    private Map<UUID, Paper> known(Collection<UUID> ids) {
        return papers.byIds(ids).stream().collect(Collectors.toMap(Paper::id, Function.identity()));
    }

    private Line line(
            LikePair pair,
            UUID conference,
            @Nullable UUID asked,
            Map<UUID, Paper> known,
            Map<UUID, ConferenceView> others) {
        var first = Objects.requireNonNull(known.get(pair.first()));
        var second = Objects.requireNonNull(known.get(pair.second()));
        var isHere = pair.firstConference().equals(pair.secondConference());
        var ownIsFirst = isHere
                ? asked == null ? first.number() < second.number() : asked.equals(first.id())
                : pair.firstConference().equals(conference);
        var own = ownIsFirst ? first : second;
        var other = ownIsFirst ? second : first;
        var likeness = pair.seenBy(own.id());
        if (!isHere && !eyes.callers().current().mayIn(other.conference(), Permission.PAPERS_READ))
            return new Line(pair, own, null, null, likeness, null);
        var there = isHere ? null : others.get(other.conference());
        return new Line(pair, own, other, there, likeness, authors(own, other));
    }

    private boolean isOwn(Paper paper) {
        var own = eyes.desks().addresses();
        return paper.content().authors().stream()
                .anyMatch(author -> author.email() != null
                        && own.contains(author.email().strip().toLowerCase(Locale.ROOT)));
    }

    private static Authors authors(Paper one, Paper other) {
        var people = one.content().authors();
        var others = other.content().authors();
        var known = new HashSet<String>();
        people.forEach(author -> known.addAll(names(author)));
        var same = others.stream()
                .filter(author -> names(author).stream().anyMatch(known::contains))
                .count();
        if (same == 0) return Authors.OTHERS;
        return same == others.size() && others.size() >= people.size() || same >= people.size()
                ? Authors.SAME
                : Authors.SOME;
    }

    /** By which somebody is known again: address, ORCID, or the words of the name in any order. */
    private static List<String> names(Author author) {
        var name = Normalizer.normalize(author.name(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        var words = Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
        return Stream.of(author.email() == null ? null : author.email().toLowerCase(Locale.ROOT), author.orcid(), words)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
