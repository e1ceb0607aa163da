package org.plenary.papers.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.plenary.papers.inspection.AuthorFound.Place;
import org.plenary.papers.inspection.AuthorFound.What;
import org.plenary.papers.submission.Author;

/**
 * Says by the rules of today what is right and wrong about a file.
 *
 * @param hidden whether reviewers are not to know the authors
 */
record Judging(FileRules rules, boolean hidden) {
    /** Pages on which the authors stand when they stand on a paper. */
    private static final int TITLE_PAGES = 2;

    FileVerdict of(FileFacts facts, List<Author> authors) {
        return switch (facts.state()) {
            case READ -> read(facts, authors);
            case NO_PDF, CUT_OFF, BROKEN, PASSWORD -> new FileVerdict.Unreadable(code(facts));
            case TOO_LONG, TOO_LARGE -> new FileVerdict.TooMuch(code(facts));
            case UNKNOWN -> new FileVerdict.Unchecked();
        };
    }

    private static String code(FileFacts facts) {
        return facts.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private FileVerdict read(FileFacts facts, List<Author> authors) {
        var findings = new ArrayList<Finding>();
        kept(facts, findings);
        if (!facts.hasText()) findings.add(new Finding("no-text", false));
        if (facts.locked()) findings.add(new Finding("locked", false));
        if (facts.script()) findings.add(new Finding("script", false));
        if (facts.attachments()) findings.add(new Finding("attachments", false));
        if (hidden) blind(facts, authors, findings);
        findings.sort(Comparator.comparing(finding -> !finding.mend()));
        return findings.isEmpty() ? new FileVerdict.Fine() : new FileVerdict.Findings(findings);
    }

    private void kept(FileFacts facts, List<Finding> findings) {
        var most = rules.mostPages();
        if (most != null && facts.pages() > most)
            findings.add(new Finding("pages", rules.refuses(), facts.pages(), most));
        if (facts.bytes() > (long) rules.megabytes() * FileRules.MEGABYTE)
            findings.add(new Finding(
                    "bytes",
                    rules.refuses(),
                    (facts.bytes() + FileRules.MEGABYTE - 1) / FileRules.MEGABYTE,
                    rules.megabytes()));
        if (!facts.sizes().stream().allMatch(rules.paper()::fits))
            findings.add(new Finding(
                    "paper-" + rules.paper().name().toLowerCase(Locale.ROOT),
                    rules.refuses(),
                    PageSizes.of(facts.sizes())));
        if (rules.fontsInside() && !facts.fonts().isEmpty())
            findings.add(new Finding("fonts", rules.refuses(), String.join(", ", facts.fonts())));
    }

    private static void blind(FileFacts facts, List<Author> authors, List<Finding> findings) {
        var said = new LinkedHashSet<Finding>();
        for (var found : facts.found()) {
            if (found.author() >= authors.size()) continue;
            var who = authors.get(found.author()).name();
            var isTitle = found.place() == Place.PAGE && found.page() <= TITLE_PAGES;
            var what = found.what().name().toLowerCase(Locale.ROOT);
            switch (found.place()) {
                case PAGE -> {
                    if (isTitle)
                        said.add(new Finding(what + "-page", found.what() != What.INSTITUTION, found.page(), who));
                    else if (found.what() != What.INSTITUTION)
                        said.add(new Finding("last-page", false, found.page(), who));
                }
                case LINK -> said.add(new Finding("link", false, who));
                case PROPERTIES -> said.add(new Finding("properties", false));
            }
        }
        if (!facts.properties().isEmpty()
                && said.stream().noneMatch(each -> each.code().equals("properties"))) {
            if (facts.properties().contains("Author")) said.add(new Finding("properties", false));
        }
        findings.addAll(said);
    }
}
