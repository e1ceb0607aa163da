package org.plenary.registration.letter;

import java.util.HashMap;
import java.util.Locale;
import org.plenary.communication.Pdfs;
import org.plenary.communication.Pictures;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws letters, with the address at which each can be verified. */
@Component
class LetterPaper {
    private final LetterIssuing issuing;
    private final LetterRules rules;
    private final Drawing drawing;
    private final Urls urls;
    private final MessageSource messages;

    LetterPaper(LetterIssuing issuing, LetterRules rules, Drawing drawing, Urls urls, MessageSource messages) {
        this.issuing = issuing;
        this.rules = rules;
        this.drawing = drawing;
        this.urls = urls;
        this.messages = messages;
    }

    @Component("letterDrawingParts")
    record Drawing(Pdfs pdfs, Pictures pictures) {}

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The letter as browsers show it; nobody in between keeps it. */
    ResponseEntity<byte[]> answer(ConferenceView conference, Letter letter, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + letter.number() + ".pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(pdf(conference, letter, locale));
    }

    /** @throws Problem.Conflict {@code letter_outdated} when it would say something else today than when it was issued */
    private byte[] pdf(ConferenceView conference, Letter letter, Locale locale) {
        var holder = issuing.holder(conference, letter)
                .filter(_ -> letter.isValid())
                .orElseThrow(() -> new Problem.Conflict("letter_outdated", "What this letter says has changed."));
        var verification = urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/letters/" + letter.code())
                .toString();
        var model = new HashMap<String, Object>();
        model.put("letter", letter);
        model.put("conference", conference.name().in(locale));
        model.put("startsOn", conference.startsOn());
        model.put("endsOn", conference.endsOn());
        model.put("venue", conference.venue().name().in(locale));
        model.put("city", conference.venue().city().in(locale));
        model.put("country", conference.venue().country());
        model.put("organization", Tenancy.require().name());
        model.put("issuedOn", letter.issuedAt().atZone(conference.timeZone()).toLocalDate());
        model.put("verification", verification);
        model.put("qr", drawing.pdfs().qrCode(verification));
        var rule = rules.of(conference.id());
        model.put("signer", rule.signer());
        model.put("post", rule.signerPost().isBlank() ? "" : rule.signerPost().in(locale));
        model.put(
                "signature",
                rule.signature() == null
                        ? ""
                        : drawing.pictures().forPaper(rule.signature()).orElse(""));
        holder.passport().ifPresent(passport -> model.put("passport", passport));
        model.put("framed", letter.kind() == Kind.CERTIFICATE);
        return drawing.pdfs().draw("pdf/registration/letter-" + letter.key(), locale, model);
    }
}
