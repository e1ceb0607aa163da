package org.plenary.lodging.tour;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Sheet;
import org.plenary.lodging.tour.OperatorLists.Entry;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists for a tour's operator: who comes now, what is new since the last list, and all that were sent. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/tours/{tour}/lists")
@Requires(Permission.REGISTRATION_READ)
class OperatorListPages {
    private final TourFinder finder;
    private final OperatorLists lists;
    private final OperatorListFiles files;
    private final TourWords words;

    OperatorListPages(TourFinder finder, OperatorLists lists, OperatorListFiles files, TourWords words) {
        this.finder = finder;
        this.lists = lists;
        this.files = files;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable String tour, Locale locale) {
        var at = finder.find(conference, tour);
        var found = at.conference();
        var one = at.tour();
        var now = lists.now(one, found.languages().getFirst());
        var sent = lists.newest(one);
        finder.seen(at, Way.PAGE, now.size());
        var last =
                sent.isEmpty() ? List.<Entry>of() : entries(one, sent.getFirst().number());
        return new ModelAndView("lodging/tour-lists")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("tour", one.key())
                .addObject("name", one.name().in(locale))
                .addObject("startsAt", TourTexts.at(one.startsAt(), locale))
                .addObject("operator", one.details().operator())
                .addObject("people", now.size())
                .addObject("next", sent.isEmpty() ? 1 : sent.getFirst().number() + 1)
                .addObject("last", sent.isEmpty() ? null : sent.getFirst())
                .addObject("changes", files.lines(ListChange.between(last, now), locale))
                .addObject("sent", sent);
    }

    @PostMapping
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView send(
            @PathVariable String conference, @PathVariable String tour, Locale locale, RedirectAttributes redirect) {
        var at = finder.find(conference, tour);
        var found = at.conference();
        var one = at.tour();
        try {
            var number = lists.send(found, one);
            var to = String.valueOf(one.details().operatorEmail());
            redirect.addFlashAttribute(
                    "flash", Flash.success(words.text("lodging.tour.list.sent", locale, number, to)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(words.errors(e, locale).values().iterator().next()));
        }
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/tours/" + one.key() + "/lists");
    }

    @GetMapping("/participants.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(required = false) @Nullable Integer number,
            Locale locale) {
        return sheet(finder.find(conference, tour), number, locale).asCsv();
    }

    @GetMapping("/participants.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(required = false) @Nullable Integer number,
            Locale locale) {
        return sheet(finder.find(conference, tour), number, locale).asXlsx();
    }

    @GetMapping("/participants.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(required = false) @Nullable Integer number,
            Locale locale) {
        var at = finder.find(conference, tour);
        var entries = exported(at, number, locale);
        return pdf(
                OperatorListFiles.file(at.conference(), at.tour(), number),
                files.pdf(at.conference(), at.tour(), number, entries, locale));
    }

    private Sheet sheet(TourFinder.Found at, @Nullable Integer number, Locale locale) {
        return files.sheet(at.conference(), at.tour(), number, exported(at, number, locale), locale);
    }

    /** @param number of one that was sent; null for those who come now */
    private List<Entry> exported(TourFinder.Found at, @Nullable Integer number, Locale locale) {
        var entries = number == null ? lists.now(at.tour(), locale) : entries(at.tour(), number);
        finder.seen(at, Way.EXPORT, entries.size());
        return entries;
    }

    @GetMapping("/{number}/changes.pdf")
    ResponseEntity<byte[]> changes(
            @PathVariable String conference, @PathVariable String tour, @PathVariable String number, Locale locale) {
        var at = finder.find(conference, tour);
        var found = at.conference();
        var one = at.tour();
        var wanted = number(number);
        var sent = lists.find(one, wanted).orElseThrow(() -> new Problem.NotFound("This list"));
        var before = lists.find(one, wanted - 1).orElseThrow(() -> new Problem.NotFound("The list before"));
        var changes = ListChange.between(before.entries(), sent.entries());
        finder.seen(at, Way.EXPORT, changes.size());
        return pdf(
                OperatorListFiles.file(found, one, wanted) + "-changes",
                files.changesPdf(found, one, sent, before.number(), changes, locale));
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) throw new Problem.NotFound("This list");
        return Integer.parseInt(text);
    }

    private List<Entry> entries(Tour tour, int number) {
        return lists.find(tour, number)
                .orElseThrow(() -> new Problem.NotFound("This list"))
                .entries();
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
