package org.plenary.conference.approval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import tools.jackson.databind.JsonNode;

/** What a version of a pack says, for whoever judges a conference by it. */
public record RuleBook(String code, int version, List<Rule> rules) {
    /** @param document as it is published */
    public static RuleBook read(String code, int version, JsonNode document) {
        var rules = new ArrayList<Rule>();
        for (var rule : document.path("rules"))
            RuleKind.of(rule.path("kind").asString(""))
                    .ifPresent(kind -> rules.add(new Rule(
                            rule.path("id").asString(),
                            kind,
                            LocalizedText.of(
                                    rule.path("title").path("en").asString(),
                                    rule.path("title").path("zh-CN").asString()),
                            rule.path("source").path("requirement").asString(),
                            rule)));
        return new RuleBook(code, version, rules);
    }

    /** In their order. */
    public List<Rule> of(RuleKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    /**
     * @param requirement such as {@code APPR-05}
     * @param members what its kind has said
     */
    public record Rule(String id, RuleKind kind, LocalizedText title, String requirement, JsonNode members) {
        /** Empty when it does not say. */
        public String text(String member) {
            return members.path(member).asString("");
        }

        public @Nullable Integer number(String member) {
            var value = members.path(member);
            return value.isInt() ? value.asInt() : null;
        }

        public int numberOrZero(String member) {
            return members.path(member).asInt(0);
        }

        public List<Integer> numbers(String member) {
            var all = new ArrayList<Integer>();
            members.path(member).forEach(each -> all.add(each.asInt()));
            return all;
        }

        public boolean isOn(String member) {
            return members.path(member).asBoolean(false);
        }
    }
}
