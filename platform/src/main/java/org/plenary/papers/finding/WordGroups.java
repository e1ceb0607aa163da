package org.plenary.papers.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.kernel.Violations;

/** Words that mean the same, in groups: whoever types one of a group finds the others too. */
record WordGroups(List<List<String>> groups) {
    static final int MOST = 200;
    static final int MOST_WORDS = 10;
    static final int MOST_CHARACTERS = 60;
    static final WordGroups NONE = new WordGroups(List.of());

    /** Longer than all of it can be. */
    static final int LONGEST = MOST * MOST_WORDS * (MOST_CHARACTERS + 2);

    private static final String POINTER = "/groups";
    private static final Pattern SEPARATOR = Pattern.compile("[,，、;；]");

    /** A group in each line, with commas between its words. @throws org.plenary.kernel.Problem.InvalidInput naming the line */
    static WordGroups parse(String text) {
        var wrong = new Violations().optionalText(POINTER, text, LONGEST);
        wrong.throwIfAny();
        var groups = new ArrayList<List<String>>();
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            groups.add(words(lines.get(i), i + 1, wrong));
        }
        if (groups.size() > MOST)
            wrong.add(POINTER, "same_words_groups", "At most " + MOST + " groups.", Map.of("maximum", MOST));
        wrong.throwIfAny();
        return new WordGroups(groups);
    }

    /** As it was typed, but tidy. */
    String text() {
        return groups.stream().map(group -> String.join(", ", group)).collect(Collectors.joining("\n"));
    }

    private static List<String> words(String line, int number, Violations wrong) {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(SEPARATOR.split(line))
                .map(word -> word.strip().replaceAll("\\s+", " "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
        var at = Map.<String, Object>of("line", number);
        if (words.size() < 2)
            wrong.add(
                    POINTER, "same_words_alone", "Line " + number + ": at least two words, with a comma between.", at);
        if (words.size() > MOST_WORDS)
            wrong.add(POINTER, "same_words_many", "Line " + number + ": at most " + MOST_WORDS + " words.", at);
        for (var word : words.values()) {
            if (word.length() > MOST_CHARACTERS)
                wrong.add(
                        POINTER,
                        "same_words_long",
                        "Line " + number + ": a word has at most " + MOST_CHARACTERS + " characters.",
                        at);
            if (word.codePoints().noneMatch(Character::isLetterOrDigit))
                wrong.add(POINTER, "same_words_sign", "Line " + number + ": a word has a letter or a digit.", at);
        }
        return List.copyOf(words.values());
    }
}
