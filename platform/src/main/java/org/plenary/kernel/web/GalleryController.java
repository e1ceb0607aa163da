package org.plenary.kernel.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Every part of the pages in every state, with made-up values, for those who write pages. There only where it is asked for. */
@Controller
@ConditionalOnBooleanProperty("plenary.gallery")
@RequestMapping("/dev/gallery")
class GalleryController {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> COUNTRIES = List.of("CN", "DE", "GB", "JP", "US");
    private static final List<String> PAGES = List.of("form", "list", "parts", "public", "platform", "confirm");
    private static final List<String> ERRORS = List.of("403", "404", "409", "410", "413", "429", "500", "503");

    private final MessageSource messages;
    private final Formats formats;
    private final Clock clock;

    GalleryController(MessageSource messages, Formats formats, Clock clock) {
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    @GetMapping
    String start() {
        return "redirect:/dev/gallery/parts";
    }

    @GetMapping("/{page}")
    String page(@PathVariable String page, @RequestParam(required = false) @Nullable String q, Model model) {
        if (!PAGES.contains(page)) throw new Problem.NotFound("The gallery page");
        frame(model);
        fields(model);
        model.addAttribute("q", q);
        model.addAttribute("orders", orders());
        model.addAttribute("chips", chips());
        imports(model);
        model.addAttribute("exports", List.of(new Link("?as=csv", "CSV"), new Link("?as=xlsx", "XLSX")));
        model.addAttribute("statuses", List.of("draft", "published", "pending", "confirmed", "submitted", "failed"));
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", SHANGHAI);
        model.addAttribute("starts", LocalDate.of(2027, 5, 14));
        model.addAttribute("ends", LocalDate.of(2027, 5, 17));
        model.addAttribute("steps", steps());
        model.addAttribute("moreErrors", ERRORS);
        model.addAttribute("registrations", table("registrations", "week"));
        model.addAttribute("rooms", table("rooms", "night"));
        model.addAttribute("countries", table("countries", "count"));
        return "gallery/" + page;
    }

    @GetMapping("/error/{code}")
    String error(@PathVariable String code, Model model) {
        if (!ERRORS.contains(code)) throw new Problem.NotFound("The gallery page");
        model.addAttribute("requestId", "01975d3c-5e0a-7c42-a2f4-8b1f64a0c9d2");
        return "error/" + code;
    }

    @GetMapping("/chart/{name}")
    @ResponseBody
    Map<String, Object> chart(@PathVariable String name) {
        return switch (name) {
            case "rooms" ->
                Map.of(
                        "categories", List.of("13", "14", "15", "16", "17"),
                        "series",
                                List.of(
                                        series("taken", List.of(18, 44, 60, 57, 23)),
                                        series("left", List.of(42, 16, 0, 3, 37))));
            case "countries" ->
                Map.of(
                        "categories", COUNTRIES.stream().map(formats::country).toList(),
                        "series", List.of(series("count", List.of(74, 38, 31, 17, 104))));
            default ->
                Map.of(
                        "categories", List.of("1", "2", "3", "4", "5", "6", "7", "8"),
                        "series", List.of(series("count", List.of(4, 9, 22, 41, 58, 63, 110, 142))));
        };
    }

    @PostMapping("/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(@RequestParam(required = false) @Nullable String order) {}

    private void frame(Model model) {
        model.addAttribute("tenantName", "Northern Society for Robotics");
        model.addAttribute("accountName", "Maria Lindqvist");
        var present = new ConferenceNav("nsr-2027", "NSR 2027");
        model.addAttribute("conferenceNav", present);
        model.addAttribute("conferenceChoices", List.of(present, new ConferenceNav("nsr-2026", "NSR 2026")));
        model.addAttribute("flash", Flash.undoable(text("message.saved"), "/dev/gallery/order"));
        model.addAttribute("operator", true);
    }

    private void fields(Model model) {
        model.addAttribute(
                "countryChoices",
                COUNTRIES.stream().map(c -> new Choice(c, formats.country(c))).toList());
        model.addAttribute(
                "feeChoices",
                List.of(
                        new Choice("member", text("layout-sample.member"), money("EUR 420.00")),
                        new Choice("regular", text("layout-sample.regular"), money("EUR 540.00")),
                        new Choice("student", text("layout-sample.student"), money("EUR 180.00"), true)));
        var errors = new LinkedHashMap<String, String>();
        errors.put("wrong.email", text("field.email-error"));
        errors.put("wrong.fee", text("field.fee-error"));
        errors.put("wrong.consent", text("field.consent-error"));
        model.addAttribute("fieldErrors", errors);
    }

    private void imports(Model model) {
        var file = new TableFile(
                List.of(text("list.code"), text("list.name"), ""),
                List.of(List.of("R-7KQ2M", "Amara Okafor", "x"), List.of("R-7KQ2", "Li Wei 李伟", "")));
        model.addAttribute("importColumns", ImportColumn.of(file, List.of("code", "name", "")));
        model.addAttribute(
                "importTargets", List.of(new Choice("code", text("list.code")), new Choice("name", text("list.name"))));
        model.addAttribute(
                "importProblems", List.of(new ImportProblem(2, text("list.code"), "R-7KQ2", text("import.no-order"))));
    }

    private List<Map<String, Object>> orders() {
        var names = List.of("Amara Okafor", "Li Wei 李伟", "Jonas Bergström", "Priya Raman", "Sofía Hernández");
        var states = List.of("confirmed", "pending", "confirmed", "refunded", "expired");
        var rows = new ArrayList<Map<String, Object>>();
        for (var at = 0; at < names.size(); at++) {
            Instant placed = clock.instant().minus(at * 7L + 2, ChronoUnit.HOURS);
            rows.add(Map.of(
                    "code", "R-7KQ2" + (char) ('M' + at),
                    "name", names.get(at),
                    "status", states.get(at),
                    "total", Money.parse("EUR " + (420 + at * 375) + ".00"),
                    "placed", placed));
        }
        return rows;
    }

    private List<Chip> chips() {
        return List.of(
                new Chip("?status=", text("list.all"), true, 264L),
                new Chip("?status=confirmed", formats.status("confirmed"), false, 231L),
                new Chip("?status=pending", formats.status("pending"), false, 12L));
    }

    private List<Step> steps() {
        return List.of(
                new Step(text("steps.fee"), "#"),
                new Step(text("steps.details"), "#"),
                new Step(text("steps.room")),
                new Step(text("steps.payment")));
    }

    private ChartTable table(String chart, String first) {
        var figures = chart(chart);
        var columns = new ArrayList<String>(List.of(text("chart." + first)));
        var series = (List<?>) figures.getOrDefault("series", List.of());
        series.forEach(each -> columns.add(String.valueOf(((Map<?, ?>) each).get("name"))));
        var rows = new ArrayList<List<String>>();
        var names = (List<?>) figures.getOrDefault("categories", List.of());
        for (var at = 0; at < names.size(); at++) {
            var row = new ArrayList<String>(List.of(String.valueOf(names.get(at))));
            for (var each : series) row.add(String.valueOf(((List<?>) valuesOf(each)).get(at)));
            rows.add(row);
        }
        return new ChartTable(columns, rows);
    }

    private static Object valuesOf(Object series) {
        var values = ((Map<?, ?>) series).get("values");
        return values == null ? List.of() : values;
    }

    private Map<String, Object> series(String name, List<Integer> values) {
        return Map.of("name", text("chart." + name), "values", values);
    }

    private String money(String amount) {
        return formats.money(Money.parse(amount));
    }

    private String text(String key) {
        return messages.getMessage("kernel-gallery." + key, null, LocaleContextHolder.getLocale());
    }
}
