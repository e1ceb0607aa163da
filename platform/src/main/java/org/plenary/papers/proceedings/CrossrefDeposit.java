package org.plenary.papers.proceedings;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.proceedings.PublishedPapers.Published;

/** A volume as it is registered with Crossref: deposit schema 5.4.0, {@code conference}. */
final class CrossrefDeposit {
    private static final String NAMESPACE = "http://www.crossref.org/schema/5.4.0";
    private static final String JATS = "http://www.ncbi.nlm.nih.gov/JATS1";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final int SURNAME = 60;

    private final ConferenceView conference;
    private final Volume volume;
    private final List<Published> papers;
    private final Instant at;
    private final Addresses addresses;

    /** @param at rises with each deposit, so that the agency takes the newest */
    CrossrefDeposit(ConferenceView conference, Volume volume, List<Published> papers, Instant at, Addresses addresses) {
        this.conference = conference;
        this.volume = volume;
        this.papers = papers;
        this.at = at;
        this.addresses = addresses;
    }

    /** The page of the proceedings, and with {@code /<number>} that of a paper. */
    interface Addresses {
        String of(String path);
    }

    void write(OutputStream out) throws XMLStreamException {
        var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("doi_batch");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("jats", JATS);
        xml.writeNamespace("xsi", XSI);
        xml.writeAttribute("version", "5.4.0");
        xml.writeAttribute(
                "xsi", XSI, "schemaLocation", NAMESPACE + " https://www.crossref.org/schemas/crossref5.4.0.xsd");
        head(xml);
        xml.writeStartElement("body");
        xml.writeStartElement("conference");
        editors(xml);
        event(xml);
        book(xml);
        for (var paper : papers) paper(xml, paper);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void head(XMLStreamWriter xml) throws XMLStreamException {
        var stamp = STAMP.format(at.atZone(ZoneOffset.UTC));
        xml.writeStartElement("head");
        element(xml, "doi_batch_id", conference.slug() + "-" + stamp);
        element(xml, "timestamp", stamp);
        xml.writeStartElement("depositor");
        element(xml, "depositor_name", volume.publisher());
        element(xml, "email_address", volume.contact());
        xml.writeEndElement();
        element(xml, "registrant", volume.publisher());
        xml.writeEndElement();
    }

    private void editors(XMLStreamWriter xml) throws XMLStreamException {
        if (volume.editors().isEmpty()) return;
        xml.writeStartElement("contributors");
        var isFirst = true;
        for (var editor : volume.editors()) {
            person(xml, "editor", isFirst, editor.name(), editor.affiliation(), "");
            isFirst = false;
        }
        xml.writeEndElement();
    }

    private void event(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("event_metadata");
        element(xml, "conference_name", conference.name().in(volume.locale()));
        element(xml, "conference_acronym", conference.slug());
        element(
                xml,
                "conference_location",
                conference.venue().city().in(volume.locale()) + ", "
                        + Locale.of("", conference.venue().country()).getDisplayCountry(Locale.ENGLISH));
        var from = conference.startsOn();
        var to = conference.endsOn();
        xml.writeStartElement("conference_date");
        xml.writeAttribute("start_year", String.valueOf(from.getYear()));
        xml.writeAttribute("start_month", two(from.getMonthValue()));
        xml.writeAttribute("start_day", two(from.getDayOfMonth()));
        xml.writeAttribute("end_year", String.valueOf(to.getYear()));
        xml.writeAttribute("end_month", two(to.getMonthValue()));
        xml.writeAttribute("end_day", two(to.getDayOfMonth()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void book(XMLStreamWriter xml) throws XMLStreamException {
        var inSeries = !volume.series().isBlank() && !volume.issn().isBlank();
        xml.writeStartElement(inSeries ? "proceedings_series_metadata" : "proceedings_metadata");
        // a volume of a series has no language there
        if (!inSeries) xml.writeAttribute("language", volume.locale().getLanguage());
        if (inSeries) {
            xml.writeStartElement("series_metadata");
            titles(xml, volume.series());
            element(xml, "issn", volume.issn());
            xml.writeEndElement();
        }
        element(xml, "proceedings_title", volume.titleIn(volume.locale()));
        if (inSeries && !volume.seriesNumber().isBlank()) element(xml, "volume", volume.seriesNumber());
        xml.writeStartElement("publisher");
        element(xml, "publisher_name", volume.publisher());
        if (!volume.place().isBlank()) element(xml, "publisher_place", volume.place());
        xml.writeEndElement();
        year(xml);
        if (volume.isbn().isBlank()) {
            xml.writeEmptyElement("noisbn");
            xml.writeAttribute("reason", inSeries ? "simple_series" : "archive_volume");
        } else element(xml, "isbn", volume.isbn());
        doi(xml, volume.doi(), "");
        xml.writeEndElement();
    }

    private void paper(XMLStreamWriter xml, Published paper) throws XMLStreamException {
        var doi = paper.doi();
        if (doi == null) return;
        var content = paper.paper().content();
        xml.writeStartElement("conference_paper");
        xml.writeAttribute("publication_type", "full_text");
        xml.writeStartElement("contributors");
        var isFirst = true;
        for (var author : content.authors()) {
            person(xml, "author", isFirst, author.name(), or(author.affiliation()), or(author.orcid()));
            isFirst = false;
        }
        xml.writeEndElement();
        titles(xml, content.title());
        if (!content.summary().isBlank()) {
            xml.writeStartElement("jats", "abstract", JATS);
            for (var paragraph : content.summary().strip().split("\n\\s*\n")) {
                xml.writeStartElement("jats", "p", JATS);
                xml.writeCharacters(clean(paragraph));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        year(xml);
        xml.writeStartElement("pages");
        element(xml, "first_page", String.valueOf(paper.firstPage()));
        element(xml, "last_page", String.valueOf(paper.lastPage()));
        xml.writeEndElement();
        doi(xml, doi, "/" + paper.number());
        xml.writeEndElement();
    }

    private void year(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("publication_date");
        xml.writeAttribute("media_type", "online");
        element(xml, "year", String.valueOf(volume.year()));
        xml.writeEndElement();
    }

    private void doi(XMLStreamWriter xml, String doi, String path) throws XMLStreamException {
        xml.writeStartElement("doi_data");
        element(xml, "doi", doi);
        element(xml, "resource", addresses.of(path));
        xml.writeEndElement();
    }

    private static void titles(XMLStreamWriter xml, String title) throws XMLStreamException {
        xml.writeStartElement("titles");
        element(xml, "title", title);
        xml.writeEndElement();
    }

    /** A surname may have 60 characters there, and a given name too. */
    private static void person(
            XMLStreamWriter xml, String role, boolean isFirst, String written, String affiliation, String orcid)
            throws XMLStreamException {
        var name = AuthorName.of(written);
        xml.writeStartElement("person_name");
        xml.writeAttribute("sequence", isFirst ? "first" : "additional");
        xml.writeAttribute("contributor_role", role);
        if (!name.given().isBlank()) element(xml, "given_name", shortened(name.given()));
        element(xml, "surname", shortened(name.surname()));
        if (!affiliation.isBlank()) {
            xml.writeStartElement("affiliations");
            xml.writeStartElement("institution");
            element(xml, "institution_name", affiliation);
            xml.writeEndElement();
            xml.writeEndElement();
        }
        if (!orcid.isBlank()) {
            xml.writeStartElement("ORCID");
            xml.writeAttribute("authenticated", "false");
            xml.writeCharacters("https://orcid.org/" + orcid);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** Names have no digits and question marks there. */
    private static String shortened(String text) {
        var plain = text.replaceAll("[\\d?]", "").strip();
        if (plain.isEmpty()) return "-";
        return plain.length() <= SURNAME ? plain : plain.substring(0, SURNAME).strip();
    }

    /** Without what XML cannot hold. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || c >= ' ' && c != 0xfffe && c != 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
