package org.plenary.papers.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.plenary.kernel.web.PostedRows;
import org.plenary.papers.proceedings.Volume.Editor;

/** The form in which a volume is described. */
final class VolumeForm {
    static final PostedRows EDITORS = new PostedRows("editors", List.of("name", "affiliation"), 20);
    private static final int TITLE = 300;
    private static final int LINE = 200;
    private static final int PREFACE = 40_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Pattern PREFIX = Pattern.compile("10\\.\\d{4,9}(\\.\\d{1,9})*");
    private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private VolumeForm() {}

    static Posted filled(Volume volume, long version) {
        var form = Posted.empty()
                .set("version", version)
                .set("title", volume.title())
                .set("publisher", volume.publisher())
                .set("place", volume.place())
                .set("year", volume.year())
                .set("isbn", volume.isbn())
                .set("series", volume.series())
                .set("series_number", volume.seriesNumber())
                .set("issn", volume.issn())
                .set("doi_prefix", volume.doiPrefix())
                .set("doi_suffix", volume.doiSuffix())
                .set("contact", volume.contact())
                .set("preface", volume.preface())
                .set("language", volume.language())
                .set("running_head", volume.runningHead());
        for (var i = 0; i < volume.editors().size(); i++)
            form.set(EDITORS.at(i) + "name", volume.editors().get(i).name())
                    .set(EDITORS.at(i) + "affiliation", volume.editors().get(i).affiliation());
        return form;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming what is wrong */
    static Volume read(Posted posted) {
        var year = posted.integer("year");
        posted.throwIfWrong();
        var wrong = new Violations();
        var title = posted.texts("title");
        wrong.text("/title/en", title, TITLE);
        wrong.text("/publisher", posted.get("publisher"), LINE);
        for (var field : List.of("place", "series", "series_number"))
            wrong.optionalText("/" + field, posted.get(field), LINE);
        wrong.check(
                year != null && year >= FIRST_YEAR && year <= LAST_YEAR,
                "/year",
                "range",
                "From " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        var isbn = line(posted, "isbn");
        wrong.check(isbn.isEmpty() || BookNumbers.isIsbn(isbn), "/isbn", "isbn", "This is not an ISBN.");
        var issn = line(posted, "issn");
        wrong.check(issn.isEmpty() || BookNumbers.isIssn(issn), "/issn", "issn", "This is not an ISSN.");
        var prefix = line(posted, "doi_prefix");
        wrong.check(
                prefix.isEmpty() || PREFIX.matcher(prefix).matches(),
                "/doi_prefix",
                "doi_prefix",
                "A prefix is such as 10.12345.");
        var suffix = line(posted, "doi_suffix");
        wrong.check(
                prefix.isEmpty() && suffix.isEmpty() || SUFFIX.matcher(suffix).matches(),
                "/doi_suffix",
                "doi_suffix",
                "Letters, digits, dots and hyphens.");
        var contact = line(posted, "contact");
        if (!contact.isEmpty()) wrong.email("/contact", contact);
        var preface = posted.texts("preface");
        wrong.check(preface.length() <= PREFACE, "/preface/en", "too_long_text", "This text is too long.");
        var language = posted.get("language");
        wrong.check(Posted.TAGS.contains(language), "/language", "choice", "Choose one.");
        var editors = editors(posted, wrong);
        wrong.throwIfAny();
        return new Volume(
                title,
                editors,
                line(posted, "publisher"),
                line(posted, "place"),
                year == null ? 0 : year,
                isbn,
                line(posted, "series"),
                line(posted, "series_number"),
                issn,
                prefix,
                suffix,
                contact,
                preface.isBlank() ? new LocalizedText(Map.of()) : preface,
                language,
                posted.isOn("running_head"));
    }

    private static List<Editor> editors(Posted posted, Violations wrong) {
        var editors = new ArrayList<Editor>();
        for (var i = 0; i < EDITORS.filled(posted); i++) {
            var name = posted.get(EDITORS.at(i) + "name").strip();
            var affiliation = posted.get(EDITORS.at(i) + "affiliation").strip();
            if (name.isEmpty() && affiliation.isEmpty()) continue;
            wrong.text("/editors/" + i + "/name", name, LINE);
            wrong.optionalText("/editors/" + i + "/affiliation", affiliation, TITLE);
            editors.add(new Editor(name, affiliation));
        }
        return editors;
    }

    private static String line(Posted posted, String field) {
        return posted.get(field).strip();
    }
}
