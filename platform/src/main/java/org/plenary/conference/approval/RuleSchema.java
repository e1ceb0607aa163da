package org.plenary.conference.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.plenary.conference.approval.RuleKind.Member;
import org.plenary.kernel.web.Posted;
import tools.jackson.databind.JsonNode;

/** Whether a document is a pack of rules: each with its title in both languages, where it is written, and what its kind asks for. */
final class RuleSchema {
    private static final int MOST_RULES = 500;
    private static final int LONGEST = 1000;
    private static final int MOST_TOLD = 8;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Set<String> COMMON = Set.of("id", "kind", "title", "source");
    private static final Set<String> SOURCE = Set.of("requirement", "document", "place", "proposed");

    private final List<String> wrong = new ArrayList<>();

    private RuleSchema() {}

    /** What is wrong, by pointers into the document; empty when nothing is. Only the first ones are told. */
    static List<String> check(JsonNode document) {
        var schema = new RuleSchema();
        schema.document(document);
        return schema.wrong.size() > MOST_TOLD ? List.copyOf(schema.wrong.subList(0, MOST_TOLD)) : schema.wrong;
    }

    private void document(JsonNode document) {
        if (!document.isObject()
                || document.size() != 1
                || !document.path("rules").isArray()) {
            wrong.add("/: an object with the member rules, a list, and no other");
            return;
        }
        var rules = document.path("rules");
        if (rules.isEmpty() || rules.size() > MOST_RULES) wrong.add("/rules: 1 to " + MOST_RULES + " rules");
        var ids = new HashSet<String>();
        for (var at = 0; at < rules.size() && wrong.size() <= MOST_TOLD; at++) rule("/rules/" + at, rules.get(at), ids);
    }

    private void rule(String at, JsonNode rule, Set<String> ids) {
        if (!rule.isObject()) {
            wrong.add(at + ": an object");
            return;
        }
        var id = rule.path("id").asString("");
        if (!ID.matcher(id).matches()) wrong.add(at + "/id: lower-case letters, digits and hyphens");
        else if (!ids.add(id)) wrong.add(at + "/id: there is another " + id);
        title(at + "/title", rule.path("title"));
        source(at + "/source", rule.path("source"));
        var kind = RuleKind.of(rule.path("kind").asString("")).orElse(null);
        if (kind == null) {
            wrong.add(at + "/kind: no kind of rule");
            return;
        }
        var known = new HashSet<>(COMMON);
        for (var member : kind.members()) {
            known.add(member.name());
            member(at + "/" + member.name(), member, rule.path(member.name()));
        }
        unknown(at, rule, known);
    }

    private void title(String at, JsonNode title) {
        if (!title.isObject()) {
            wrong.add(at + ": en and zh-CN");
            return;
        }
        for (var tag : Posted.TAGS) text(at + "/" + tag, title.path(tag));
        unknown(at, title, Set.copyOf(Posted.TAGS));
    }

    private void source(String at, JsonNode source) {
        if (!source.isObject()) {
            wrong.add(at + ": where it is written");
            return;
        }
        for (var name : List.of("requirement", "document", "place")) text(at + "/" + name, source.path(name));
        if (!source.path("proposed").isMissingNode() && !source.path("proposed").isBoolean())
            wrong.add(at + "/proposed: true or false");
        unknown(at, source, SOURCE);
    }

    private void unknown(String at, JsonNode object, Set<String> known) {
        for (var name : object.propertyNames()) if (!known.contains(name)) wrong.add(at + "/" + name + ": unknown");
    }

    private void member(String at, Member member, JsonNode value) {
        if (value.isMissingNode()) {
            if (member.required()) wrong.add(at + ": missing");
            return;
        }
        switch (member.type()) {
            case WORD -> {
                if (!member.words().contains(value.asString("")))
                    wrong.add(at + ": one of "
                            + String.join(", ", member.words().stream().sorted().toList()));
            }
            case TEXT -> text(at, value);
            case NUMBER -> number(at, member, value);
            case FLAG -> {
                if (!value.isBoolean()) wrong.add(at + ": true or false");
            }
            case TEXTS -> each(at, value, this::text);
            case NUMBERS -> each(at, value, (place, one) -> number(place, member, one));
        }
    }

    private interface Check {
        void of(String at, JsonNode value);
    }

    private void each(String at, JsonNode list, Check check) {
        if (!list.isArray() || list.isEmpty()) wrong.add(at + ": a list");
        else for (var i = 0; i < list.size(); i++) check.of(at + "/" + i, list.get(i));
    }

    private void text(String at, JsonNode value) {
        if (!value.isString() || value.asString().isBlank() || value.asString().length() > LONGEST)
            wrong.add(at + ": a text");
    }

    private void number(String at, Member member, JsonNode value) {
        if (!value.isInt() || value.asInt() < member.least() || value.asInt() > member.most())
            wrong.add(at + ": a whole number from " + member.least() + " to " + member.most());
    }
}
