package org.plenary.conference.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rules of a version as people read them: what each says, its figures, and where it is written. */
@Component
class RuleView {
    private final RulePackRows packs;
    private final Json json;
    private final MessageSource messages;

    RuleView(RulePackRows packs, Json json, MessageSource messages) {
        this.packs = packs;
        this.json = json;
        this.messages = messages;
    }

    record Group(String name, List<Rule> rules) {}

    /** @param figures what its kind has said, such as {@code months 3} */
    record Rule(String id, String title, String figures, String requirement, String source, boolean proposed) {}

    /** By kind, in the order of the kinds. */
    List<Group> of(RulePack pack, Locale locale) {
        var rules = json.read(packs.rules(pack), JsonNode.class).path("rules");
        var groups = new ArrayList<Group>();
        for (var kind : RuleKind.values()) {
            var ofKind = new ArrayList<Rule>();
            for (var rule : rules)
                if (rule.path("kind").asString("").equals(kind.wire())) ofKind.add(rule(kind, rule, locale));
            if (!ofKind.isEmpty()) groups.add(new Group(text("kind." + kind.wire(), locale), ofKind));
        }
        return groups;
    }

    private Rule rule(RuleKind kind, JsonNode rule, Locale locale) {
        var source = rule.path("source");
        return new Rule(
                rule.path("id").asString(),
                json.read(rule.path("title").toString(), LocalizedText.class).in(locale),
                kind.members().stream()
                        .filter(member -> rule.has(member.name()))
                        .map(member ->
                                text("member." + member.name(), locale) + " " + value(rule.path(member.name()), locale))
                        .collect(Collectors.joining(" · ")),
                source.path("requirement").asString(),
                text("document." + source.path("document").asString(), locale) + " "
                        + source.path("place").asString(),
                source.path("proposed").asBoolean(false));
    }

    private String value(JsonNode value, Locale locale) {
        if (value.isArray()) {
            var values = new ArrayList<String>();
            value.forEach(each -> values.add(value(each, locale)));
            return String.join(", ", values);
        }
        return text("value." + value.asString(), locale);
    }

    /** What has no words of its own is shown as it was written. */
    private String text(String key, Locale locale) {
        var written = key.substring(key.indexOf('.') + 1);
        return String.valueOf(messages.getMessage("conference.rules." + key, null, written, locale));
    }
}
