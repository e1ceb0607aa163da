package org.plenary.communication.news;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.Notices;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The published part of a registration notice on paper, in the language of the reader. */
@Controller
@TenantHost
@Public
class NoticePaper {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int DRAWINGS = 20;

    private final ConferenceApi conferences;
    private final Notices notices;
    private final Pdfs pdfs;
    private final RateLimits limits;
    private final Clock clock;

    NoticePaper(ConferenceApi conferences, Notices notices, Pdfs pdfs, RateLimits limits, Clock clock) {
        this.conferences = conferences;
        this.notices = notices;
        this.pdfs = pdfs;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param name the last part of its message key */
    record Printed(String name, List<String> paragraphs, List<Line> lines) {}

    record Line(String name, String detail) {}

    /** Drawing takes a while, so nobody gets it without end. */
    @GetMapping("/c/{conference}/notice.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String conference, Locale locale, HttpServletRequest request) {
        var found = conferences.visible(conference);
        limits.take("notice-pdf:" + Address.network(request.getRemoteAddr()), DRAWINGS, PERIOD);
        var name = ContentDisposition.attachment()
                .filename(found.slug() + "-" + locale.getLanguage() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdfs.draw("pdf/communication/notice", locale, model(found, locale)));
    }

    private HashMap<String, Object> model(ConferenceView conference, Locale locale) {
        var model = new HashMap<String, Object>();
        model.put("conference", conference.name().in(locale));
        model.put("startsOn", conference.startsOn());
        model.put("endsOn", conference.endsOn());
        model.put("today", LocalDate.ofInstant(clock.instant(), conference.timeZone()));
        model.put(
                "sections",
                notices.told(conference).stream()
                        .map(told -> printed(told, locale))
                        .toList());
        return model;
    }

    private static Printed printed(Notices.Told told, Locale locale) {
        var paragraphs = Arrays.stream(told.text().in(locale).split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
        var lines = told.items().stream()
                .map(item -> new Line(item.name().in(locale), item.detail().in(locale)))
                .toList();
        return new Printed(told.section().messageKey(), paragraphs, lines);
    }
}
