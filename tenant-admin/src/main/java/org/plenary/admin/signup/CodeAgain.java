package org.plenary.admin.signup;

import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sends the code once more where that is still of use, and says what happened. */
@Component
class CodeAgain {
    private final SigningUp signingUp;
    private final SignupTerms terms;
    private final MessageSource messages;

    CodeAgain(SigningUp signingUp, SignupTerms terms, MessageSource messages) {
        this.signingUp = signingUp;
        this.terms = terms;
        this.messages = messages;
    }

    Flash send(UUID id) {
        try {
            terms.takeCode(id);
            signingUp.sendAgain(id);
            return Flash.success(text("admin.signup.code-sent"));
        } catch (Problem.TooMany e) {
            return Flash.warning(text("admin.signup.code-too-often"));
        } catch (Problem.Conflict e) {
            return Flash.info(text("admin.signup.code-not-needed"));
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
