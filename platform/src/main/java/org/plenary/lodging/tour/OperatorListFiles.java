package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Sheet;
import org.plenary.lodging.tour.OperatorLists.Entry;
import org.plenary.lodging.tour.OperatorLists.Sent;
import org.springframework.stereotype.Component;

/** Writes lists of participants for a tour's operator: as a table, on paper, and what changed since the one before. */
@Component
class OperatorListFiles {
    private static final String PDF = "application/pdf";

    private final Pdfs pdfs;
    private final TourTexts texts;

    OperatorListFiles(Pdfs pdfs, TourTexts texts) {
        this.pdfs = pdfs;
        this.texts = texts;
    }

    /** @param change empty in a whole list; @param kind in the reader's words */
    record Line(String change, String name, String kind, String phone, String diet, String code, String order) {}

    Sheet sheet(ConferenceView conference, Tour tour, @Nullable Integer number, List<Entry> entries, Locale locale) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                text("name", locale),
                text("kind", locale),
                text("phone", locale),
                text("diet", locale),
                text("voucher", locale),
                text("order", locale),
                text("meeting", locale)));
        var meeting = meeting(tour, locale);
        entries.forEach(entry -> table.add(List.of(
                name(entry, locale),
                texts.kind(entry.kind(), locale),
                entry.phone(),
                entry.diet(),
                entry.code(),
                entry.order(),
                meeting)));
        return new Sheet(file(conference, tour, number), "participants", table);
    }

    byte[] pdf(ConferenceView conference, Tour tour, @Nullable Integer number, List<Entry> entries, Locale locale) {
        var lines = entries.stream().map(entry -> line("", entry, locale)).toList();
        return draw(conference, tour, number, null, lines, entries.size(), locale);
    }

    /** @param before the number of the list that it is compared with */
    byte[] changesPdf(
            ConferenceView conference, Tour tour, Sent sent, int before, List<ListChange> changes, Locale locale) {
        return draw(
                conference,
                tour,
                sent.number(),
                before,
                lines(changes, locale),
                sent.entries().size(),
                locale);
    }

    /** As they are told: what is different, with what it was. */
    List<Line> lines(List<ListChange> changes, Locale locale) {
        return changes.stream()
                .map(change -> line(said(change, locale), change.entry(), locale))
                .toList();
    }

    private String said(ListChange change, Locale locale) {
        var before = change.before();
        var kind = texts.text("lodging.tour.change." + change.kind().wire(), locale);
        if (before == null) return kind;
        var now = change.entry();
        var differences = Stream.of(
                        new String[] {name(before, locale), name(now, locale)},
                        new String[] {before.phone(), now.phone()},
                        new String[] {before.diet(), now.diet()})
                .filter(pair -> !pair[0].equals(pair[1]))
                .map(pair -> texts.text("lodging.tour.change.from-to", locale, said(pair[0]), said(pair[1])))
                .collect(Collectors.joining("; "));
        return differences.isEmpty() ? kind : texts.text("lodging.tour.change.how", locale, kind, differences);
    }

    private static String said(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private Line line(String change, Entry entry, Locale locale) {
        return new Line(
                change,
                name(entry, locale),
                texts.kind(entry.kind(), locale),
                entry.phone(),
                entry.diet(),
                entry.code(),
                entry.order());
    }

    private String name(Entry entry, Locale locale) {
        return entry.name().isEmpty() ? texts.text("lodging.tour.guest-of", locale, entry.buyer()) : entry.name();
    }

    private byte[] draw(
            ConferenceView conference,
            Tour tour,
            @Nullable Integer number,
            @Nullable Integer before,
            List<Line> lines,
            int people,
            Locale locale) {
        var model = new HashMap<String, Object>();
        model.put("conference", conference.name().in(locale));
        model.put("tour", tour.name().in(locale));
        model.put("startsAt", TourTexts.at(tour.startsAt(), locale));
        model.put("meeting", meeting(tour, locale));
        model.put(
                "guides",
                tour.details().guides().stream()
                        .map(guide -> texts.guide(guide, locale) + (guide.phone() == null ? "" : ", " + guide.phone()))
                        .toList());
        model.put("number", number == null ? "" : number);
        model.put("before", before == null ? "" : before);
        model.put("lines", lines);
        model.put("people", people);
        return pdfs.draw("pdf/lodging/tour-list", locale, model);
    }

    private String meeting(Tour tour, Locale locale) {
        var at = TourTexts.at(tour.meetsAt(), locale);
        var point = tour.meetingPoint().in(locale);
        return point.isEmpty() ? at : texts.text("lodging.tour.line", locale, point, at);
    }

    /** What goes to the operator: the whole list as a table and on paper, and before them what changed since the last one. */
    List<Mails.Attachment> of(ConferenceView conference, Tour tour, Sent sent, @Nullable Sent before, Locale locale) {
        var files = new ArrayList<Mails.Attachment>();
        var name = file(conference, tour, sent.number());
        if (before != null) {
            var changes = ListChange.between(before.entries(), sent.entries());
            files.add(new Mails.Attachment(
                    name + "-changes.pdf", PDF, changesPdf(conference, tour, sent, before.number(), changes, locale)));
        }
        files.add(
                new Mails.Attachment(name + ".pdf", PDF, pdf(conference, tour, sent.number(), sent.entries(), locale)));
        var sheet =
                sheet(conference, tour, sent.number(), sent.entries(), locale).asXlsx();
        files.add(new Mails.Attachment(name + ".xlsx", Sheet.XLSX, Objects.requireNonNull(sheet.getBody())));
        return files;
    }

    static String file(ConferenceView conference, Tour tour, @Nullable Integer number) {
        return conference.slug() + "-" + tour.key() + (number == null ? "" : "-" + number);
    }

    private String text(String column, Locale locale) {
        return texts.text("lodging.tour.list." + column, locale);
    }
}
