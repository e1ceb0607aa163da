package org.plenary.conference.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleBook.Rule;
import org.plenary.conference.approval.RuleKind;
import org.plenary.kernel.LocalizedText;

/**
 * A restricted word that stands in a conference's name (APPR-21).
 *
 * @param word as the rule has it, in the language of the name in which it stands
 * @param reason why it is used; empty when nobody has said
 */
record TitleWord(Rule rule, String word, String reason) {
    boolean isExplained() {
        return !reason.isBlank();
    }

    /** In the order of the rules, each once. */
    static List<TitleWord> in(LocalizedText name, Map<String, String> reasons, RuleBook rules) {
        var found = new ArrayList<TitleWord>();
        for (var rule : rules.of(RuleKind.RESTRICTED_WORD)) {
            var reason = reasons.getOrDefault(rule.id(), "");
            for (var text : name.values().values()) {
                var word = standsIn(text, rule);
                if (word.isEmpty()) continue;
                found.add(new TitleWord(rule, word, reason));
                break;
            }
        }
        return found;
    }

    private static String standsIn(String text, Rule rule) {
        var chinese = rule.text("word_zh");
        if (!chinese.isEmpty() && text.contains(chinese)) return chinese;
        var english = rule.text("word_en");
        return !english.isEmpty() && pattern(english).matcher(text).find() ? english : "";
    }

    /** A whole word, also of several, in whatever case; its parts may be apart by blanks or hyphens. */
    private static Pattern pattern(String english) {
        var parts = new ArrayList<String>();
        for (var part : english.split("[\\s-]+")) parts.add(Pattern.quote(part));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + String.join("[\\s\\u2010\\u2011-]+", parts) + "(e?s)?(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
