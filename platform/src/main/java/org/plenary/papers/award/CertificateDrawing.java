package org.plenary.papers.award;

import java.util.Locale;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.decision.LetterDrawing;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws the certificates of awards in either language, signed as letters of acceptance are. */
@Component
class CertificateDrawing {
    private final LetterDrawing letters;
    private final Pdfs pdfs;

    CertificateDrawing(LetterDrawing letters, Pdfs pdfs) {
        this.letters = letters;
        this.pdfs = pdfs;
    }

    static String fileName(AwardCertificate certificate, Locale locale) {
        return certificate.number() + "-" + locale.getLanguage() + ".pdf";
    }

    /** The certificate as browsers show it; nobody in between keeps it. */
    ResponseEntity<byte[]> answer(ConferenceView conference, AwardCertificate certificate, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName(certificate, locale) + "\"")
                .cacheControl(CacheControl.noStore())
                .body(draw(conference, certificate, locale));
    }

    byte[] draw(ConferenceView conference, AwardCertificate certificate, Locale locale) {
        var path = "/c/" + conference.slug() + "/awards/certificates/" + certificate.code();
        var model = letters.frame(conference, path, certificate.issuedAt(), locale);
        model.put("certificate", certificate);
        model.put("award", certificate.awardName().in(locale));
        model.put("framed", true);
        return pdfs.draw("pdf/papers/award-certificate", locale, model);
    }
}
