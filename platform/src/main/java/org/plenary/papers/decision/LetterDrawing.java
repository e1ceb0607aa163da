package org.plenary.papers.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Pdfs;
import org.plenary.communication.Pictures;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws letters of acceptance in either language, with the address at which each can be verified. */
@Component
public class LetterDrawing {
    private final DecisionPlans plans;
    private final Pdfs pdfs;
    private final Pictures pictures;
    private final Urls urls;

    LetterDrawing(DecisionPlans plans, Pdfs pdfs, Pictures pictures, Urls urls) {
        this.plans = plans;
        this.pdfs = pdfs;
        this.pictures = pictures;
        this.urls = urls;
    }

    static String fileName(AcceptanceLetter letter, Locale locale) {
        return letter.number() + "-" + locale.getLanguage() + ".pdf";
    }

    /** The letter as browsers show it; nobody in between keeps it. */
    ResponseEntity<byte[]> answer(ConferenceView conference, AcceptanceLetter letter, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName(letter, locale) + "\"")
                .cacheControl(CacheControl.noStore())
                .body(draw(conference, letter, locale));
    }

    /** @throws Problem.Conflict {@code letter_not_valid} when it does not stand any more */
    byte[] draw(ConferenceView conference, AcceptanceLetter letter, Locale locale) {
        if (!letter.isValid()) throw new Problem.Conflict("letter_not_valid", "This letter does not stand any more.");
        var path = "/c/" + conference.slug() + "/acceptances/" + letter.code();
        var model = frame(conference, path, letter.issuedAt(), locale);
        model.put("letter", letter);
        return pdfs.draw("pdf/papers/letter-acceptance", locale, model);
    }

    /**
     * What stands on each paper that a conference gives to an author: the conference, who signs, and where it is verified.
     *
     * @param path of the verification
     */
    public Map<String, Object> frame(ConferenceView conference, String path, Instant issuedAt, Locale locale) {
        var current = plans.versioned(conference.id());
        var plan = current.plan();
        var verification = urls.tenant(Tenancy.require(), path).toString();
        var model = new HashMap<String, Object>();
        model.put("conference", conference.name().in(locale));
        model.put("startsOn", conference.startsOn());
        model.put("endsOn", conference.endsOn());
        model.put("venue", conference.venue().name().in(locale));
        model.put("city", conference.venue().city().in(locale));
        model.put("country", conference.venue().country());
        model.put("organization", Tenancy.require().name());
        model.put("issuedOn", issuedAt.atZone(conference.timeZone()).toLocalDate());
        model.put("verification", verification);
        model.put("qr", pdfs.qrCode(verification));
        model.put("signer", plan.signer());
        model.put("post", plan.signerPost().isBlank() ? "" : plan.signerPost().in(locale));
        model.put(
                "signature",
                current.signature() == null
                        ? ""
                        : pictures.forPaper(current.signature()).orElse(""));
        return model;
    }
}
