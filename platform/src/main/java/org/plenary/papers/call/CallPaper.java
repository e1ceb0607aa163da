package org.plenary.papers.call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Address;
import org.plenary.identity.RateLimits;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The call for papers to print. Drawing takes a while, so nobody gets it without end. */
@Component
class CallPaper {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int DRAWINGS = 20;

    private final Pdfs pdfs;
    private final RateLimits limits;

    CallPaper(Pdfs pdfs, RateLimits limits) {
        this.pdfs = pdfs;
        this.limits = limits;
    }

    /** @param from the address of who asks */
    ResponseEntity<byte[]> pdf(ConferenceView conference, CallNotice notice, Locale locale, String from) {
        limits.take("call-pdf:" + Address.network(from), DRAWINGS, PERIOD);
        var name = ContentDisposition.attachment()
                .filename(conference.slug() + "-call-" + locale.getLanguage() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdfs.draw("pdf/papers/call", locale, Map.of("notice", notice)));
    }
}
