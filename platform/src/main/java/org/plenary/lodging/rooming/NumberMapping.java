package org.plenary.lodging.rooming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenary.kernel.Languages;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.Violations;
import org.springframework.context.MessageSource;

/**
 * What the columns of a hotel's file are.
 *
 * @param targets one for each column; empty for a column that is left out, each target once
 */
record NumberMapping(List<String> targets) {
    static final List<String> TARGETS = List.of("booking", "order", "guest", "acknowledgement", "room-number");

    NumberMapping {
        var kept = new ArrayList<String>();
        for (var target : targets) kept.add(TARGETS.contains(target) && !kept.contains(target) ? target : "");
        targets = List.copyOf(kept);
    }

    /** By the names that our own lists give the columns, and what else people call them, in all our languages. */
    static NumberMapping guess(TableFile file, MessageSource messages) {
        var taken = new HashSet<String>();
        return new NumberMapping(file.header().stream()
                .map(name -> TARGETS.stream()
                        .filter(target -> names(target, messages).anyMatch(plain(name)::equals) && taken.add(target))
                        .findFirst()
                        .orElse(""))
                .toList());
    }

    private static Stream<String> names(String target, MessageSource messages) {
        return Languages.ALL.stream()
                .flatMap(locale -> Stream.concat(
                        Stream.of(messages.getMessage("lodging.hotel-side.column." + target, null, locale)),
                        Stream.of(messages.getMessage("lodging.hotel-side.names." + target, null, locale)
                                .split("[,，]"))))
                .map(NumberMapping::plain);
    }

    void check(Violations found) {
        found.check(
                has("acknowledgement") || has("room-number"),
                "/columns",
                "no_number_column",
                "Say which column is the confirmation number or the room number.");
        found.check(
                has("booking") || has("order") || has("acknowledgement") && has("room-number"),
                "/columns",
                "no_stay_column",
                "Say which column names the booking or the order.");
    }

    boolean has(String target) {
        return targets.contains(target);
    }

    /** Empty when there is no such column. */
    String cell(List<String> row, String target) {
        var column = targets.indexOf(target);
        return column < 0 ? "" : TableFile.cell(row, column);
    }

    /** Letters and digits alone, so that {@code Conf. No.} is {@code confno}. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
