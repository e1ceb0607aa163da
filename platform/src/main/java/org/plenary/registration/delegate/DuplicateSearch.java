package org.plenary.registration.delegate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds who may be registered twice. Only people who have something in common are compared: ten thousand take a moment. */
final class DuplicateSearch {
    static final int MOST_PAIRS = 1_000;

    /** In a larger group each is compared with those next to it in the alphabet. */
    private static final int SMALL_GROUP = 60;

    private static final int NEIGHBOURS = 12;

    private final Map<Pair, Suspicion> found = new LinkedHashMap<>();

    private DuplicateSearch() {}

    /** Why two may be one, the surest first. */
    enum Reason {
        PASSPORT,
        EMAIL,
        NAME,
        /** The whole name and the country, where it is not known for whom both work. */
        NAMESAKE;

        /** The name in keys of messages. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param affiliation and @param passport empty when it is not known */
    record Candidate(
            UUID id,
            UUID order,
            String code,
            String name,
            String email,
            String country,
            String fee,
            String status,
            Instant registeredAt,
            String affiliation,
            String passport) {}

    /** Two delegates, in the order of their ids as the database has it. */
    record Pair(UUID one, UUID other) {
        static Pair of(UUID one, UUID other) {
            return one.toString().compareTo(other.toString()) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    record Suspicion(Candidate one, Candidate other, Set<Reason> reasons) {
        Pair pair() {
            return Pair.of(one.id(), other.id());
        }
    }

    /** The surest first; no more than {@link #MOST_PAIRS}. */
    static List<Suspicion> among(List<Candidate> candidates) {
        var search = new DuplicateSearch();
        search.passports(candidates);
        search.addresses(candidates);
        search.names(candidates);
        return search.found.values().stream()
                .sorted(Comparator.comparing(each -> each.reasons().iterator().next()))
                .toList();
    }

    private void passports(List<Candidate> candidates) {
        var groups = new LinkedHashMap<String, List<Candidate>>();
        for (var each : candidates) {
            var number = each.passport().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            if (!number.isEmpty())
                groups.computeIfAbsent(number, _ -> new ArrayList<>()).add(each);
        }
        groups.values().forEach(group -> compare(group, (one, other) -> note(one, other, Reason.PASSPORT)));
    }

    /** Whoever orders for many may give one address for all of them: that says nothing. */
    private void addresses(List<Candidate> candidates) {
        var groups = new LinkedHashMap<String, List<Candidate>>();
        for (var each : candidates)
            groups.computeIfAbsent(each.email().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(each);
        groups.values()
                .forEach(group -> compare(group, (one, other) -> {
                    if (!one.order().equals(other.order())) note(one, other, Reason.EMAIL);
                }));
    }

    private void names(List<Candidate> candidates) {
        var tokens = new HashMap<UUID, List<String>>();
        var groups = new LinkedHashMap<String, List<Candidate>>();
        for (var each : candidates) {
            var own = Likeness.tokens(each.name());
            tokens.put(each.id(), own);
            Likeness.blocks(own)
                    .forEach(block -> groups.computeIfAbsent(block, _ -> new ArrayList<>())
                            .add(each));
        }
        var compared = new HashSet<Pair>();
        groups.values()
                .forEach(group -> compare(group, (one, other) -> {
                    if (compared.add(Pair.of(one.id(), other.id())))
                        name(
                                one,
                                tokens.getOrDefault(one.id(), List.of()),
                                other,
                                tokens.getOrDefault(other.id(), List.of()));
                }));
    }

    private void name(Candidate one, List<String> name, Candidate other, List<String> otherName) {
        if (!one.affiliation().isBlank() && !other.affiliation().isBlank()) {
            if (Likeness.isSameName(name, otherName) && Likeness.isSamePlace(one.affiliation(), other.affiliation()))
                note(one, other, Reason.NAME);
        } else if (one.country().equals(other.country())
                && !name.isEmpty()
                && new HashSet<>(name).equals(new HashSet<>(otherName))) note(one, other, Reason.NAMESAKE);
    }

    private interface Comparison {
        void of(Candidate one, Candidate other);
    }

    private static void compare(List<Candidate> group, Comparison comparison) {
        var isSmall = group.size() <= SMALL_GROUP;
        var sorted = isSmall
                ? group
                : group.stream().sorted(Comparator.comparing(Candidate::name)).toList();
        for (var i = 0; i < sorted.size(); i++) {
            var end = isSmall ? sorted.size() : Math.min(sorted.size(), i + 1 + NEIGHBOURS);
            for (var j = i + 1; j < end; j++) comparison.of(sorted.get(i), sorted.get(j));
        }
    }

    private void note(Candidate one, Candidate other, Reason reason) {
        var pair = Pair.of(one.id(), other.id());
        var known = found.get(pair);
        if (known != null) known.reasons().add(reason);
        else if (found.size() < MOST_PAIRS) {
            // who came first stands first
            var isInOrder = !other.registeredAt().isBefore(one.registeredAt());
            found.put(pair, new Suspicion(isInOrder ? one : other, isInOrder ? other : one, EnumSet.of(reason)));
        }
    }
}
