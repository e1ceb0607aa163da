package org.plenary.lodging.rooming;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Pdfs;
import org.plenary.kernel.CsvCell;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Sheet;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.rooming.RoomingLists.Listing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes the rooming list of a hotel as the file that it wants, in its language. */
@Component
class RoomingFile {
    private static final int WIDE = 28;
    private static final int NARROW = 14;
    private static final int ROOMS_AT_ONCE = 200;

    private final HotelWords words;
    private final Pdfs pdfs;
    private final Clock clock;

    RoomingFile(HotelWords words, Pdfs pdfs, Clock clock) {
        this.words = words;
        this.pdfs = pdfs;
        this.clock = clock;
    }

    /** @param differences what changed, in words; empty for what is new, cancelled or as it was */
    record Line(
            HotelStay stay,
            String kind,
            List<String> differences,
            String roomType,
            String subBlock,
            String way,
            String atHotel) {}

    /** @throws Problem.NotFound for a format that there is none of */
    ResponseEntity<byte[]> of(HotelDesk desk, Listing listing, String format, Locale locale) {
        return switch (format) {
            case "csv" -> answer(desk, listing, format, "text/csv;charset=UTF-8", csv(listing, locale));
            case "xlsx" -> answer(desk, listing, format, Sheet.XLSX, xlsx(listing, locale));
            case "pdf" -> answer(desk, listing, format, MediaType.APPLICATION_PDF_VALUE, pdf(desk, listing, locale));
            default -> throw new Problem.NotFound("This format");
        };
    }

    private byte[] csv(Listing listing, Locale locale) {
        var text = rows(listing, locale).stream().map(CsvCell::line).collect(Collectors.joining());
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** All stays with what changed of them, and those that are cancelled behind. */
    private List<List<String>> rows(Listing listing, Locale locale) {
        var changed = StayChange.byStay(listing.changes());
        var rows = new ArrayList<List<String>>();
        rows.add(words.header(locale));
        for (var stay : listing.stays()) rows.add(words.cells(listing.hotel(), stay, changed.get(stay.id()), locale));
        for (var change : listing.changes())
            if (change.kind() == StayChange.Kind.CANCELLED)
                rows.add(words.cells(listing.hotel(), change.stay(), change, locale));
        return rows;
    }

    /** Cells of texts stay texts, whatever they start with: no formula comes from a guest. */
    private byte[] xlsx(Listing listing, Locale locale) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            sheet(workbook, words.text("sheet.all", locale), rows(listing, locale));
            if (listing.since() != null) {
                var changes = new ArrayList<List<String>>();
                changes.add(words.header(locale));
                for (var change : listing.changes())
                    changes.add(words.cells(listing.hotel(), change.stay(), change, locale));
                sheet(workbook, words.text("sheet.changes", locale), changes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void sheet(Workbook workbook, String name, List<List<String>> rows) {
        var sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (var j = 0; j < row.size(); j++) {
                if (i == 0) {
                    sheet.width(j, j > 0 && j < 4 ? WIDE : NARROW);
                    sheet.style(0, j).bold().set();
                }
                if (!row.get(j).isEmpty()) sheet.value(i, j, row.get(j));
            }
        }
    }

    private byte[] pdf(HotelDesk desk, Listing listing, Locale locale) {
        return pdf(desk, listing, locale, done -> {});
    }

    /** Drawn in parts, so that its length takes time and not memory. @param progress hears how many rooms are drawn */
    byte[] pdf(HotelDesk desk, Listing listing, Locale locale, IntConsumer progress) {
        var stays = listing.stays();
        var count = Math.max(1, Math.ceilDiv(stays.size(), ROOMS_AT_ONCE));
        var model = model(desk, listing, locale);
        model.put("isPart", count > 1);
        var changed = StayChange.byStay(listing.changes());
        var parts = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            var some = stays.subList(i * ROOMS_AT_ONCE, Math.min((i + 1) * ROOMS_AT_ONCE, stays.size()));
            model.put("part", i + 1);
            model.put(
                    "lines",
                    some.stream()
                            .map(stay -> line(listing, stay, changed.get(stay.id()), locale))
                            .toList());
            parts.add(pdfs.draw("pdf/lodging/rooming-list", locale, model));
            progress.accept(i * ROOMS_AT_ONCE + some.size());
        }
        return parts.size() == 1 ? parts.getFirst() : pdfs.join(parts);
    }

    private Map<String, Object> model(HotelDesk desk, Listing listing, Locale locale) {
        var version = listing.version();
        var model = new HashMap<String, Object>();
        model.put("hotel", listing.hotel().name().in(locale));
        model.put("address", listing.hotel().address().in(locale));
        model.put("conference", desk.conference().name().in(locale));
        model.put("zone", desk.conference().timeZone());
        model.put("number", version == null ? 0 : version.number());
        model.put("at", version == null ? clock.instant() : version.madeAt());
        model.put("since", listing.since() == null ? 0 : listing.since().number());
        model.put(
                "changes",
                listing.changes().stream()
                        .map(change -> line(listing, change.stay(), change, locale))
                        .toList());
        model.put("count", listing.stays().size());
        return model;
    }

    Line line(Listing listing, HotelStay stay, @Nullable StayChange change, Locale locale) {
        var hotel = listing.hotel();
        return new Line(
                stay,
                change == null ? "" : change.kind().wire(),
                change == null ? List.of() : words.differences(hotel, change, locale),
                words.roomType(hotel, stay, locale),
                words.subBlock(hotel, stay, locale),
                words.way(stay, locale),
                HotelWords.atHotel(stay));
    }

    static ResponseEntity<byte[]> answer(HotelDesk desk, Listing listing, String ending, String type, byte[] content) {
        var version = listing.version();
        var name = desk.conference().slug() + "-" + desk.hotel().key()
                + (version == null ? "-rooms" : "-rooms-" + version.number()) + "." + ending;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
