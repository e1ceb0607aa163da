package org.plenary.conference.assessment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a conference that its rules ask for.
 *
 * @param foreign how many foreign guests are expected; null while nobody has said so
 * @param total how many people are expected in all, foreign guests included
 * @param countries how many countries are represented, the host's own included
 * @param ofProject whether it is a working meeting within a cooperation project
 * @param committedOn when anything is first said or promised to the outside
 * @param forecastOn when it was forecast to the authority
 * @param filedOn when the report was filed
 * @param consentOn when the authority agreed in principle that state leaders are invited
 * @param words why a restricted word is in the title, by the id of its rule
 */
record Declaration(
        Field field,
        Set<Circumstance> circumstances,
        @Nullable Integer foreign,
        @Nullable Integer total,
        @Nullable Integer countries,
        boolean ofProject,
        @Nullable LocalDate committedOn,
        @Nullable LocalDate forecastOn,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate consentOn,
        Map<String, String> words) {
    static final Declaration NONE =
            new Declaration(Field.GENERAL, Set.of(), null, null, null, false, null, null, null, null, Map.of());
}
