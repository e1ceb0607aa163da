package org.plenary.conference.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.Notices.Edition;
import org.plenary.conference.notice.NoticeDocument.SignOff;
import org.plenary.conference.notice.SectionStand.Needed;
import org.plenary.conference.notice.SectionStand.State;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The registration notice for its organizers: how each section stands, who signed it off, what went out when. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/notice")
class NoticePages {
    private static final int SHOWN_EDITIONS = 10;

    private final ConferenceApi conferences;
    private final Assembling assembling;
    private final Editing editing;
    private final PageErrors errors;
    private final MessageSource messages;

    NoticePages(
            ConferenceApi conferences,
            Assembling assembling,
            Editing editing,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.assembling = assembling;
        this.editing = editing;
        this.errors = errors;
        this.messages = messages;
    }

    /**
     * A section as the page lists it.
     *
     * @param name the last part of its message keys
     * @param state the last part of its message key; @param tone of its badge
     * @param editPath where its content is set up
     */
    record Line(
            String path,
            String name,
            String state,
            String tone,
            String editPath,
            int items,
            SectionStand stand,
            List<Needed> unsigned,
            Set<Committee> signedOff,
            Set<Committee> changed) {
        public boolean isPublishable() {
            return stand.state() == State.READY
                    || stand.state() == State.WITHHELD
                    || stand.state() == State.PUBLISHED
                    || stand.state() == State.HELD_BACK;
        }

        public boolean isPublished() {
            return stand.state() == State.PUBLISHED;
        }

        public boolean isShownOrWaiting() {
            return stand.state() == State.PUBLISHED || stand.state() == State.READY || stand.state() == State.HELD_BACK;
        }
    }

    /** @param signOff null while there is none; @param isStale when anything changed since */
    record CommitteeLine(String committee, @Nullable SignOff signOff, boolean isStale) {}

    /** @param sections the last parts of their message keys */
    record EditionLine(Edition edition, List<String> sections, String note) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView notice(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var assembled = assembling.of(found);
        var document = assembled.document();
        return new ModelAndView("conference/notice")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("draft", !found.isPublic())
                .addObject("instalments", document.instalments())
                .addObject("needsSignOff", document.needsSignOff())
                .addObject(
                        "sections",
                        assembled.sections().stream()
                                .map(stand -> line(found, stand))
                                .toList())
                .addObject("committees", committees(assembled))
                .addObject("editions", editions(document, locale));
    }

    @PostMapping("/settings")
    @Requires(Permission.CONFERENCE_WRITE)
    String set(
            @PathVariable String conference,
            @RequestParam(defaultValue = "false") boolean instalments,
            @RequestParam(name = "needs_sign_off", defaultValue = "false") boolean needsSignOff,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        editing.set(found, instalments, needsSignOff);
        return done(found, "conference.notice.settings-saved", locale, redirect);
    }

    @GetMapping("/sign-offs/{committee}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView signing(@PathVariable String conference, @PathVariable String committee) {
        return signing(conferences.bySlug(conference), committee(committee), "");
    }

    @PostMapping("/sign-offs/{committee}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView sign(
            @PathVariable String conference,
            @PathVariable String committee,
            @RequestParam(defaultValue = "") String name,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            editing.signOff(found, committee(committee), name);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = signing(found, committee(committee), name);
            view.addObject("fieldErrors", errors.of(e, locale));
            view.setStatus(e instanceof Problem.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView(done(found, "conference.notice.signed-off-done", locale, redirect));
    }

    private static ModelAndView signing(ConferenceView conference, Committee committee, String name) {
        return new ModelAndView("conference/notice-sign-off")
                .addObject("slug", conference.slug())
                .addObject("committee", committee.wire())
                .addObject("name", name);
    }

    private static Committee committee(String name) {
        return Committee.ofWire(name).orElseThrow(() -> new Problem.NotFound("This committee"));
    }

    private static Line line(ConferenceView conference, SectionStand stand) {
        var base = "/manage/conferences/" + conference.slug();
        var path = base + "/notice/sections/" + stand.section().wire();
        var tone = switch (stand.state()) {
            case PUBLISHED -> "good";
            case READY -> "news";
            case HELD_BACK -> "bad";
            case WITHHELD, EMPTY -> "quiet";
        };
        return new Line(
                path,
                stand.section().messageKey(),
                stand.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                tone,
                stand.section().isWritten()
                        ? path + "/text"
                        : base + "/" + stand.section().wire(),
                stand.items().size(),
                stand,
                stand.unsigned(),
                stand.signedOff(),
                stand.changed());
    }

    private static List<CommitteeLine> committees(Assembling.Assembled assembled) {
        var lines = new ArrayList<CommitteeLine>();
        for (var committee : Committee.values()) {
            var isStale = assembled.sections().stream()
                    .anyMatch(stand ->
                            stand.state() != State.EMPTY && !stand.signedOff().contains(committee));
            lines.add(new CommitteeLine(
                    committee.wire(), assembled.document().signOff(committee).orElse(null), isStale));
        }
        return lines;
    }

    private static List<EditionLine> editions(NoticeDocument document, Locale locale) {
        return document.editions().reversed().stream()
                .limit(SHOWN_EDITIONS)
                .map(edition -> new EditionLine(
                        edition,
                        edition.sections().stream()
                                .map(section -> section.messageKey())
                                .toList(),
                        edition.note().in(locale)))
                .toList();
    }

    private String done(ConferenceView conference, String key, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage(key, null, locale)));
        return "redirect:/manage/conferences/" + conference.slug() + "/notice";
    }
}
