package org.plenary.admin.terms;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator publishes terms; a version that is published never changes. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/terms")
class OperatorTermsPages {
    private static final int MOST = 50;
    private static final int LONGEST = 100_000;

    private final StoredTerms terms;
    private final Publishing publishing;
    private final MessageSource messages;
    private final PageErrors errors;

    OperatorTermsPages(StoredTerms terms, Publishing publishing, MessageSource messages, PageErrors errors) {
        this.terms = terms;
        this.publishing = publishing;
        this.messages = messages;
        this.errors = errors;
    }

    /** One version after the other, each with its entry. */
    @Component
    record Publishing(StoredTerms terms, AuditTrail audit, Callers callers, TransactionOperations transactions) {
        /** @throws Problem.Conflict {@code terms_changed} when somebody else published meanwhile */
        void publish(int version, org.plenary.kernel.LocalizedText texts) {
            try {
                transactions.executeWithoutResult(status -> {
                    terms.publish(version, texts, callers.current().name());
                    audit.record("terms.published", String.valueOf(version), Map.of());
                });
            } catch (DuplicateKeyException e) {
                throw new Problem.Conflict("terms_changed", "Somebody else has published this version.");
            }
        }
    }

    @GetMapping
    ModelAndView list() {
        var form = Posted.empty();
        terms.current().ifPresent(current -> form.set("texts", current.texts()));
        return page(form);
    }

    private ModelAndView page(Posted form) {
        var all = terms.all(MOST);
        var current = all.isEmpty() ? null : all.getFirst();
        return new ModelAndView("admin/terms-operator")
                .addObject("all", all)
                .addObject("next", current == null ? 1 : current.version() + 1)
                .addObject("count", current == null ? 0 : terms.count(current.version()))
                .addObject("form", form);
    }

    @PostMapping
    ModelAndView publish(
            @RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            var texts = form.texts("texts");
            var violations = new Violations();
            for (var tag : Posted.TAGS) violations.text("/texts/" + tag, form.get("texts." + tag), LONGEST);
            violations.throwIfAny();
            var version = form.integer("version");
            publishing.publish(version == null ? 1 : version, texts);
            redirect.addFlashAttribute(
                    "flash", Flash.success(String.valueOf(messages.getMessage("admin.terms.published", null, locale))));
            return new ModelAndView("redirect:/operator/terms");
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return errors.refused(page(form), e, locale);
        }
    }
}
