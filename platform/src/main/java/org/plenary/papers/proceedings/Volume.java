package org.plenary.papers.proceedings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.kernel.LocalizedText;

/**
 * What a volume of proceedings says about itself. Texts that are not given are blank.
 *
 * @param isbn with or without hyphens
 * @param series in which it comes out, with {@code seriesNumber} in it and its {@code issn}
 * @param doiPrefix of the publisher, such as {@code 10.12345}; blank for no DOIs
 * @param doiSuffix before the number of a paper
 * @param contact address to which a registration agency writes
 * @param preface paragraphs, which an empty line parts
 * @param language of the PDF, as a tag
 */
record Volume(
        LocalizedText title,
        List<Editor> editors,
        String publisher,
        String place,
        int year,
        String isbn,
        String series,
        String seriesNumber,
        String issn,
        String doiPrefix,
        String doiSuffix,
        String contact,
        LocalizedText preface,
        String language,
        boolean runningHead) {
    Volume {
        editors = List.copyOf(editors);
    }

    record Editor(String name, String affiliation) {}

    public String titleIn(Locale locale) {
        return title.in(locale);
    }

    @JsonIgnore
    public List<String> prefaceParagraphs(Locale locale) {
        return preface.isBlank()
                ? List.of()
                : List.of(preface.in(locale).replace("\r", "").split("\n\\s*\n"));
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public String editorNames() {
        return editors.stream().map(Editor::name).collect(Collectors.joining(", "));
    }

    /** {@code Lecture Notes in Robotics, 12}. */
    public String seriesText() {
        return seriesNumber.isBlank() ? series : series + ", " + seriesNumber;
    }

    boolean hasDois() {
        return !doiPrefix.isBlank();
    }

    /** Of the whole volume; papers have a dot and their number behind it. */
    String doi() {
        return doiPrefix + "/" + doiSuffix;
    }
}
