package org.plenary.lodging.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenary.kernel.Languages;
import org.plenary.kernel.TableFile;
import org.springframework.context.MessageSource;

/**
 * What the columns of a table are.
 *
 * @param targets one for each column; empty for a column that is left out, each target once
 * @param mails whether those who are brought in are told by mail
 */
public record SheetMapping(List<String> targets, boolean mails) {
    public SheetMapping {
        var kept = new ArrayList<String>();
        for (var target : targets) kept.add(kept.contains(target) ? "" : target);
        targets = List.copyOf(kept);
    }

    /** By the names that the columns have with us, and what else people call them, in all our languages. */
    static SheetMapping guess(TableFile file, List<String> offered, MessageSource messages) {
        var taken = new HashSet<String>();
        var targets = file.header().stream()
                .map(name -> offered.stream()
                        .filter(target -> names(target, messages).anyMatch(plain(name)::equals) && taken.add(target))
                        .findFirst()
                        .orElse(""))
                .toList();
        return new SheetMapping(targets, false);
    }

    private static Stream<String> names(String target, MessageSource messages) {
        return Languages.ALL.stream()
                .flatMap(locale -> Stream.concat(
                        Stream.of(messages.getMessage("lodging.sheet.column." + target, null, locale)),
                        Stream.of(messages.getMessage("lodging.sheet.names." + target, null, locale)
                                .split("[,，]"))))
                .map(SheetMapping::plain);
    }

    boolean has(String target) {
        return targets.contains(target);
    }

    String cell(List<String> row, String target) {
        var column = targets.indexOf(target);
        return column < 0 ? "" : TableFile.cell(row, column);
    }

    /** Letters and digits alone, so that {@code Check-in} is {@code checkin}. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
