package org.plenary.admin.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.admin.DeletionCertified;
import org.plenary.communication.Mails;
import org.plenary.tenancy.OutboundListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Gives whoever was an owner at the end the certificate; then nobody's address is left. */
@Component
class CertificateMail {
    private final Certificates certificates;
    private final CertificatePaper paper;
    private final Mails mails;

    CertificateMail(Certificates certificates, CertificatePaper paper, Mails mails) {
        this.certificates = certificates;
        this.paper = paper;
        this.mails = mails;
    }

    @OutboundListener(id = "admin.mail-deletion-certificate")
    void on(DeletionCertified event) {
        var recipients = certificates.recipients(event.number());
        if (recipients.isEmpty()) return;
        var certificate = certificates.require(event.number());
        var facts = certificate.facts();
        var locale = Locale.forLanguageTag(facts.language());
        var pdf = new Mails.Attachment(
                certificate.number() + ".pdf", MediaType.APPLICATION_PDF_VALUE, paper.draw(certificate, locale));
        for (var recipient : recipients)
            mails.send(new Mails.Mail(
                    "deletion-certificate:" + certificate.number() + ":" + recipient.email(),
                    recipient.email(),
                    "mail/admin/certificate",
                    locale,
                    List.of(facts.organization()),
                    Map.of(
                            "owner", recipient.name(),
                            "organization", facts.organization(),
                            "number", certificate.number()),
                    List.of(pdf)));
        certificates.told(event.number());
    }
}
