package org.plenary.conference.page;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.plenary.identity.Public;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.tenancy.Reading;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody sees: an organization's conferences, and each one's page. */
@Controller
@TenantHost
@Public
class PublicPages {
    /** Of what search engines and chats show of a page. */
    private static final int SUMMARY = 200;

    private final ConferenceApi conferences;
    private final Reading reading;
    private final List<PublicPart> parts;

    PublicPages(ConferenceApi conferences, Reading reading, List<PublicPart> parts) {
        this.conferences = conferences;
        this.reading = reading;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(PublicPart::order))
                .toList();
    }

    /** The top of a conference's page; the description in paragraphs. */
    record Overview(
            ConferenceCard card,
            List<String> description,
            ZoneId zone,
            boolean open,
            boolean draft,
            boolean cancelled) {}

    @GetMapping("/")
    String home(Locale locale, Model model) {
        var published = conferences.all().stream()
                .filter(ConferenceView::isPublic)
                .map(conference -> ConferenceCard.of(conference, locale))
                .toList();
        model.addAttribute("conferences", published);
        model.addAttribute("active", "home");
        return "conference/home";
    }

    @GetMapping("/c/{conference}")
    String conference(@PathVariable String conference, Locale locale, Model model) {
        return reading.page(() -> about(conferences.visible(conference), locale, model));
    }

    private String about(ConferenceView found, Locale locale, Model model) {
        model.addAttribute(
                "conferenceNav", new ConferenceNav(found.slug(), found.name().in(locale)));
        var overview = new Overview(
                ConferenceCard.of(found, locale),
                paragraphs(found.description().in(locale)),
                found.timeZone(),
                found.isOpen(),
                !found.isPublic(),
                found.isCancelled());
        model.addAttribute("overview", overview);
        model.addAttribute("pageSummary", summary(overview.description()));
        model.addAttribute(
                "parts",
                parts.stream()
                        .map(part -> part.draw(found, locale))
                        .filter(Objects::nonNull)
                        .toList());
        model.addAttribute("active", "overview");
        return "conference/public";
    }

    private static String summary(List<String> description) {
        var text = description.isEmpty() ? "" : description.getFirst().replaceAll("\\s+", " ");
        return text.length() <= SUMMARY ? text : text.substring(0, SUMMARY - 1) + "…";
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
