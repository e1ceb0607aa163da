package org.plenary.lodging.settlement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Link;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Sheet;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.sheet.SheetRow;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws the settlement with a hotel, and takes what is typed on it. */
@Component
class SettlementScreen {
    private static final int ROWS = 50;
    private static final int LONGEST_NOTE = 500;
    private static final List<String> TYPED =
            List.of("guest", "confirmation", "room-number", "check-in", "check-out", "nights", "amount");

    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final Settlements settlements;
    private final PageErrors errors;
    private final MessageSource messages;

    SettlementScreen(
            ConferenceApi conferences,
            Hotels hotels,
            Settlements settlements,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.settlements = settlements;
        this.errors = errors;
        this.messages = messages;
    }

    record Desk(ConferenceView conference, Hotel hotel) {
        String base() {
            return "/manage/conferences/" + conference.slug() + "/hotels/" + hotel.key() + "/settlement";
        }
    }

    record Shown(Comparison.Row row, String kind) {}

    Desk desk(String conference, String hotel) {
        var found = conferences.bySlug(conference);
        return new Desk(found, hotels.find(found.id(), hotel).orElseThrow(() -> new Problem.NotFound("This hotel")));
    }

    ModelAndView draw(Desk desk, int page, MultiValueMap<String, String> values, Locale locale) {
        var comparison = settlements.compare(desk.conference(), desk.hotel());
        var rows = comparison.rows();
        var view = new ModelAndView("lodging/settlement");
        var counts = new HashMap<String, Long>();
        for (var kind : Comparison.Kind.values())
            counts.put(
                    kind(kind), rows.stream().filter(row -> row.kind() == kind).count());
        view.addObject("slug", desk.conference().slug());
        view.addObject("hotel", desk.hotel().key());
        view.addObject("hotelName", desk.hotel().name().in(locale));
        view.addObject("base", desk.base());
        view.addObject("currency", desk.conference().currency().getCode());
        view.addObject("comparison", comparison);
        view.addObject("counts", counts);
        view.addObject("difference", comparison.billed().minus(comparison.expected()));
        view.addObject(
                "compared",
                rows.stream()
                        .skip((long) page * ROWS)
                        .limit(ROWS)
                        .map(row -> new Shown(row, kind(row.kind())))
                        .toList());
        view.addObject("first", page == 0 ? null : desk.base());
        view.addObject("next", (long) (page + 1) * ROWS < rows.size() ? desk.base() + "?page=" + (page + 1) : null);
        view.addObject(
                "exports", List.of(new Link(desk.base() + ".csv", "CSV"), new Link(desk.base() + ".xlsx", "XLSX")));
        var form = new HashMap<String, Object>(values.toSingleValueMap());
        form.computeIfAbsent("no-show-nights", field -> comparison.noShowNights());
        view.addObject("form", form);
        view.addObject(
                "verdicts",
                Arrays.stream(Settlement.Verdict.Kind.values())
                        .map(each -> new Choice(
                                each.wire(), messages.getMessage("lodging.settlement." + each.wire(), null, locale)))
                        .toList());
        return view;
    }

    ModelAndView refused(Desk desk, MultiValueMap<String, String> values, Problem.InvalidInput problem, Locale locale) {
        var view = draw(desk, 0, values, locale);
        view.addObject("fieldErrors", errors.of(problem, locale));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** @throws Problem.InvalidInput naming the fields that are wrong */
    void add(Desk desk, MultiValueMap<String, String> values) {
        var typed = new HashMap<String, String>();
        TYPED.forEach(field -> typed.put(field, text(values, field)));
        var row = SheetRow.typed(typed);
        var line = InvoiceSheet.read(row, desk.conference().currency());
        if (line == null)
            throw new Problem.InvalidInput(row.bad().stream()
                    .map(cell -> new Violation(
                            "/" + cell.target(),
                            cell.violation().code(),
                            cell.violation().detail(),
                            cell.violation().details()))
                    .toList());
        settlements.add(desk.conference(), desk.hotel(), List.of(line));
    }

    /** @throws Problem.InvalidInput for what is no number of nights; empty is for all */
    void charge(Desk desk, MultiValueMap<String, String> values) {
        var text = text(values, "no-show-nights");
        var isNumber = text.matches("\\d{1,4}") && Integer.parseInt(text) <= Settlement.MOST_NIGHTS;
        if (!text.isEmpty() && !isNumber)
            throw new Problem.InvalidInput(List.of(new Violation(
                    "/no-show-nights",
                    "number_range",
                    "From 0 to " + Settlement.MOST_NIGHTS + ".",
                    Map.of("least", 0, "most", Settlement.MOST_NIGHTS))));
        settlements.charge(desk.conference(), desk.hotel(), text.isEmpty() ? null : Integer.valueOf(text));
    }

    void remove(Desk desk, UUID line) {
        settlements.remove(desk.conference(), desk.hotel(), line);
    }

    void judge(Desk desk, MultiValueMap<String, String> values) {
        var found = new Violations();
        var note = text(values, "note");
        found.optionalText("/note", note, LONGEST_NOTE);
        var kind = Arrays.stream(Settlement.Verdict.Kind.values())
                .filter(each -> each.wire().equals(text(values, "verdict")))
                .findFirst()
                .orElse(null);
        found.required("/verdict", kind);
        found.check(
                kind != Settlement.Verdict.Kind.DISPUTED || !note.isEmpty(), "/note", "required", "This is required.");
        found.throwIfAny();
        if (kind != null)
            settlements.judge(desk.conference(), desk.hotel(), text(values, "row"), new Settlement.Verdict(kind, note));
    }

    ModelAndView saved(Desk desk, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage("lodging.block.saved", null, locale)));
        return new ModelAndView("redirect:" + desk.base());
    }

    Sheet sheet(Desk desk) {
        var file = desk.conference().slug() + "-" + desk.hotel().key() + "-settlement";
        return SettlementSheet.of(file, settlements.compare(desk.conference(), desk.hotel()));
    }

    private static String kind(Comparison.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String text(MultiValueMap<String, String> values, String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
