package org.plenary.papers.query;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query as a condition on {@code paper p}.
 *
 * @param condition with names where values go
 * @param values by those names
 */
record PaperQuery(String condition, Map<String, Object> values) {
    /**
     * @param own addresses of whoever asks: papers of theirs are left out of what is asked by reviews and tags, for whether they come up
     *     would tell
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /q}
     */
    static PaperQuery of(String text, Set<String> own) {
        var query = QueryReader.read(text);
        var writer = new Writer(own);
        var condition = writer.write(query);
        if (QueryTerms.isSecret(query) && !own.isEmpty())
            condition = "(" + condition + ") and not " + writer.ofOwn("p");
        return new PaperQuery(condition, writer.values);
    }

    private static final class Writer {
        private final Set<String> own;
        private final Map<String, Object> values = new LinkedHashMap<>();

        Writer(Set<String> own) {
            this.own = own;
        }

        String write(Query query) {
            return switch (query) {
                case Query.And and -> joined(and.parts(), " and ", "true");
                case Query.Or or -> joined(or.parts(), " or ", "false");
                case Query.Not not -> "not (" + write(not.part()) + ")";
                case Query.Words words -> QueryTerms.words(words, this::name);
                case Query.Field field -> QueryTerms.condition(field, this::name, this::name, this::ofOwn);
                case Query.Tagged tagged -> QueryTerms.tag(tagged, this::name, this::name);
            };
        }

        private String joined(List<Query> parts, String by, String nothing) {
            return parts.isEmpty()
                    ? nothing
                    : parts.stream().map(part -> "(" + write(part) + ")").collect(Collectors.joining(by));
        }

        /** Whether whoever asks is an author of this paper. */
        String ofOwn(String paper) {
            if (own.isEmpty()) return "false";
            return own.stream()
                    .map(email -> "lower(a ->> 'email') = " + name(email))
                    .collect(Collectors.joining(
                            " or ", "exists (select from jsonb_array_elements(" + paper + ".authors) a where ", ")"));
        }

        private String name(String value) {
            return put(value);
        }

        private String name(BigDecimal value) {
            return put(value);
        }

        private String put(Object value) {
            var name = "q" + values.size();
            values.put(name, value);
            return ":" + name;
        }
    }
}
