package org.plenary.admin.signup;

import java.util.List;
import java.util.Map;
import org.plenary.admin.VerificationCodeAsked;
import org.plenary.communication.Mails;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Mails the verification code, in the organization's language. */
@Component
class CodeMail {
    private final Signups signups;
    private final Mails mails;
    private final Urls urls;

    CodeMail(Signups signups, Mails mails, Urls urls) {
        this.signups = signups;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "admin.mail-verification-code")
    void on(VerificationCodeAsked event) {
        var signup = signups.find(event.signup()).orElse(null);
        if (signup == null || signup.status() != SignupStatus.VERIFYING_EMAIL) return;
        var code = VerificationCode.of(signup.codeKey(), signup.id());
        mails.send(new Mails.Mail(
                "signup-code:" + signup.id() + ":" + event.number(),
                signup.owner().email(),
                "mail/admin/verification-code",
                signup.wanted().locale(),
                List.of(code),
                Map.of(
                        "code",
                        code,
                        "owner",
                        signup.owner().name(),
                        "organization",
                        signup.wanted().name(),
                        "page",
                        urls.platform("/signup/" + signup.id())),
                List.of()));
    }
}
