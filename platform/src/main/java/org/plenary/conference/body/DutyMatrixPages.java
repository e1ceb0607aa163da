package org.plenary.conference.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.body.AssigningDuties.Assignment;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.kernel.web.Sheet;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which body has what to do with each duty: one table, to be read, changed, printed and taken along. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/bodies/matrix")
class DutyMatrixPages {
    private final ConferenceApi conferences;
    private final AssigningDuties assigning;
    private final BodyWords words;

    DutyMatrixPages(ConferenceApi conferences, AssigningDuties assigning, BodyWords words) {
        this.conferences = conferences;
        this.assigning = assigning;
        this.words = words;
    }

    /** @param field of the form, @param letter what it holds now, empty for nothing */
    record Cell(String field, String body, String letter) {}

    /** @param owner the name of the body whose duty it is */
    record Line(String owner, String text, List<Cell> cells) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var matrix = assigning.of(found);
        return page(found, matrix, DutyMatrix.Row::letter, locale).addObject("version", matrix.version());
    }

    @PostMapping
    @Requires(Permission.STAFF_WRITE)
    ModelAndView assign(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        var matrix = assigning.of(found);
        BiFunction<DutyMatrix.Row, UUID, String> sent = (row, body) -> {
            var field = field(row, body);
            return posted.values().containsKey(field) ? posted.get(field) : row.letter(body);
        };
        try {
            assigning.assign(found, assignments(matrix, sent), posted.ifMatch());
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var page = page(found, matrix, sent, locale).addObject("version", posted.get("version"));
            return words.errors().refused(page, e, locale);
        }
        redirect.addFlashAttribute("flash", words.done("assigned", locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/bodies/matrix");
    }

    private static List<Assignment> assignments(DutyMatrix matrix, BiFunction<DutyMatrix.Row, UUID, String> letters) {
        return matrix.rows().stream()
                .map(row -> {
                    Map<UUID, String> raci = new LinkedHashMap<>();
                    matrix.bodies().forEach(body -> raci.put(body.id(), letters.apply(row, body.id())));
                    return new Assignment(row.duty().id(), raci);
                })
                .toList();
    }

    private static String field(DutyMatrix.Row row, UUID body) {
        return "raci." + row.duty().id() + "." + body;
    }

    private static ModelAndView page(
            ConferenceView conference,
            DutyMatrix matrix,
            BiFunction<DutyMatrix.Row, UUID, String> letters,
            Locale locale) {
        var lines = matrix.rows().stream()
                .map(row -> new Line(
                        row.owner().details().name().in(locale),
                        row.duty().text().in(locale),
                        matrix.bodies().stream()
                                .map(body -> new Cell(
                                        field(row, body.id()),
                                        body.details().name().in(locale),
                                        letters.apply(row, body.id())))
                                .toList()))
                .toList();
        return new ModelAndView("conference/duty-matrix")
                .addObject("slug", conference.slug())
                .addObject("conferenceName", conference.name().in(locale))
                .addObject(
                        "columns",
                        matrix.bodies().stream()
                                .map(body -> body.details().name().in(locale))
                                .toList())
                .addObject("letters", Raci.values())
                .addObject("lines", lines);
    }

    @GetMapping("/file.{format:csv|xlsx}")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<byte[]> file(@PathVariable String conference, @PathVariable String format, Locale locale) {
        var found = conferences.bySlug(conference);
        var first = List.of(words.text("body", locale), words.text("duty", locale));
        var sheet =
                new Sheet(found.slug() + "-duties", "RACI", assigning.of(found).table(first, locale));
        return format.equals("csv") ? sheet.asCsv() : sheet.asXlsx();
    }
}
