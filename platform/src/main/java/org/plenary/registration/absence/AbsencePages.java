package org.plenary.registration.absence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.CsvCell;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of who cannot attend, to be verified, and printed for the chair. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_READ)
class AbsencePages {
    private static final String LIST = "/manage/conferences/{conference}/absences";

    private final ConferenceApi conferences;
    private final Absences absences;
    private final Recording recording;
    private final AbsenceForm form;
    private final AbsenceSheet sheet;

    AbsencePages(
            ConferenceApi conferences, Absences absences, Recording recording, AbsenceForm form, AbsenceSheet sheet) {
        this.conferences = conferences;
        this.absences = absences;
        this.recording = recording;
        this.form = form;
        this.sheet = sheet;
    }

    @GetMapping(LIST)
    ModelAndView list(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var all = absences.all(found.id());
        return new ModelAndView("registration/absences")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("absences", all)
                .addObject(
                        "unverified",
                        all.stream().filter(each -> !each.isVerified()).count());
    }

    @PostMapping(LIST + "/{absence}/verification")
    @Requires(Permission.REGISTRATION_WRITE)
    String verify(
            @PathVariable String conference, @PathVariable UUID absence, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        recording.verify(found, absence);
        redirect.addFlashAttribute("flash", form.done("verified", locale));
        return "redirect:/manage/conferences/" + found.slug() + "/absences";
    }

    @PostMapping(LIST + "/{absence}/withdrawal")
    @Requires(Permission.REGISTRATION_WRITE)
    String withdraw(
            @PathVariable String conference, @PathVariable UUID absence, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        recording.withdraw(found, absence);
        redirect.addFlashAttribute("flash", form.done("withdrawn", locale));
        return "redirect:/manage/conferences/" + found.slug() + "/absences";
    }

    @GetMapping(LIST + ".pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + found.slug() + "-absences.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(sheet.pdf(found, sheet.taken(found, absences.all(found.id())), locale));
    }

    @GetMapping(LIST + ".csv")
    ResponseEntity<byte[]> csv(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var header = List.of("name", "country", "fee", "order", "days", "reason", "verified_by");
        var content = Stream.concat(
                        Stream.of(header),
                        sheet.taken(found, absences.all(found.id())).stream().map(AbsencePages::cells))
                .map(cells -> cells.stream().map(CsvCell::text).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.slug() + "-absences.csv\"")
                .cacheControl(CacheControl.noStore())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(Absence absence) {
        return List.of(
                absence.name(),
                absence.country(),
                absence.fee(),
                absence.order(),
                absence.days().stream().map(LocalDate::toString).collect(Collectors.joining(" ")),
                absence.reason(),
                absence.verifiedBy() == null ? "" : absence.verifiedBy());
    }
}
