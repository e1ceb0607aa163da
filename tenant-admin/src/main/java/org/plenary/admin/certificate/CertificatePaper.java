package org.plenary.admin.certificate;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import org.plenary.communication.Pdfs;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws certificates: whenever it is drawn, one says what it said when it was issued. */
@Component
class CertificatePaper {
    static final String VERIFICATION = "/deletion-certificates";

    private final CertificateCodes codes;
    private final Pdfs pdfs;
    private final Urls urls;

    CertificatePaper(CertificateCodes codes, Pdfs pdfs, Urls urls) {
        this.codes = codes;
        this.pdfs = pdfs;
        this.urls = urls;
    }

    byte[] draw(Certificate certificate, Locale locale) {
        var code = codes.of(certificate.number());
        var address = urls.platform(VERIFICATION + "?number=" + certificate.number() + "&code=" + code)
                .toString();
        var model = new HashMap<String, Object>();
        model.put("certificate", certificate);
        model.put("facts", certificate.facts());
        model.put("zone", ZoneId.of(certificate.facts().zone()));
        model.put("code", code);
        model.put("verification", urls.platform(VERIFICATION).toString());
        model.put("qr", pdfs.qrCode(address));
        return pdfs.draw("pdf/admin/deletion-certificate", locale, model);
    }

    ResponseEntity<byte[]> answer(Certificate certificate, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + certificate.number() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(draw(certificate, locale));
    }
}
