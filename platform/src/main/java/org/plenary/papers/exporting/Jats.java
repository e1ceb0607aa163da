package org.plenary.papers.exporting;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;

/**
 * The front matter of a paper in the Journal Article Tag Suite (JATS 1.3, archiving), which publishers and repositories take.
 *
 * @param track the track's name; null for none
 */
record Jats(Paper paper, @Nullable String track, ConferenceView conference, Locale locale) {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    /** What XML 1.0 cannot say. */
    private static final Pattern UNSAYABLE =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    void write(OutputStream out) throws XMLStreamException {
        var xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("article");
        xml.writeAttribute("article-type", "research-article");
        xml.writeAttribute("dtd-version", "1.3");
        xml.writeStartElement("front");
        xml.writeStartElement("article-meta");
        number(xml);
        if (track != null) nested(xml, track, "article-categories", "subj-group", "subject");
        nested(xml, paper.content().title(), "title-group", "article-title");
        xml.writeStartElement("contrib-group");
        for (var author : paper.content().authors()) contributor(xml, author);
        xml.writeEndElement();
        if (!paper.content().summary().isEmpty()) nested(xml, paper.content().summary(), "abstract", "p");
        keywords(xml);
        conference(xml);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void number(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("article-id");
        xml.writeAttribute("pub-id-type", "publisher-id");
        xml.writeCharacters(String.valueOf(paper.number()));
        xml.writeEndElement();
    }

    private void contributor(XMLStreamWriter xml, Author author) throws XMLStreamException {
        xml.writeStartElement("contrib");
        xml.writeAttribute("contrib-type", "author");
        if (author.corresponding()) xml.writeAttribute("corresp", "yes");
        if (author.orcid() != null) {
            xml.writeStartElement("contrib-id");
            xml.writeAttribute("contrib-id-type", "orcid");
            xml.writeCharacters("https://orcid.org/" + author.orcid());
            xml.writeEndElement();
        }
        nested(xml, author.name(), "string-name");
        if (author.affiliation() != null || author.country() != null) {
            xml.writeStartElement("aff");
            if (author.affiliation() != null) nested(xml, author.affiliation(), "institution");
            if (author.country() != null) {
                xml.writeStartElement("country");
                xml.writeAttribute("country", author.country());
                xml.writeCharacters(Locale.of("", author.country()).getDisplayCountry(locale));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        if (author.email() != null) nested(xml, author.email(), "email");
        xml.writeEndElement();
    }

    private void keywords(XMLStreamWriter xml) throws XMLStreamException {
        if (paper.content().keywords().isEmpty()) return;
        xml.writeStartElement("kwd-group");
        for (var keyword : paper.content().keywords()) nested(xml, keyword, "kwd");
        xml.writeEndElement();
    }

    private void conference(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("conference");
        xml.writeStartElement("conf-date");
        xml.writeAttribute("iso-8601-date", conference.startsOn() + "/" + conference.endsOn());
        xml.writeCharacters(conference.startsOn() + " – " + conference.endsOn());
        xml.writeEndElement();
        nested(xml, conference.name().in(locale), "conf-name");
        var venue = conference.venue();
        nested(
                xml,
                venue.city().in(locale) + ", " + Locale.of("", venue.country()).getDisplayCountry(locale),
                "conf-loc");
        xml.writeEndElement();
    }

    private static void nested(XMLStreamWriter xml, String text, String... elements) throws XMLStreamException {
        for (var element : elements) xml.writeStartElement(element);
        xml.writeCharacters(UNSAYABLE.matcher(text).replaceAll(""));
        for (var i = 0; i < elements.length; i++) xml.writeEndElement();
    }
}
