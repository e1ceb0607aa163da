package org.plenary.communication.sender;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the organization's mails are signed. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/mail-sender")
class SenderPages {
    private static final String PERSON = "account:";

    private final SigningMails signing;
    private final MailProperties settings;
    private final Callers callers;
    private final PageErrors errors;
    private final MessageSource messages;

    SenderPages(
            SigningMails signing, MailProperties settings, Callers callers, PageErrors errors, MessageSource messages) {
        this.signing = signing;
        this.settings = settings;
        this.callers = callers;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show() {
        var stored = signing.current();
        return page(stored, Posted.empty().set("name", stored.name()).set("footer", stored.footer()));
    }

    @PostMapping
    ModelAndView sign(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        return act(form, "saved", locale, redirect, () -> signing.sign(form.text("name"), form.texts("footer")));
    }

    @PostMapping("/reply-to")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        return act(form, "asked", locale, redirect, () -> signing.ask(form.text("reply_to"), locale));
    }

    @PostMapping("/reply-to/proof")
    ModelAndView prove(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        return act(form, "proved", locale, redirect, () -> {
            // outside of the transaction: a wrong try is to be counted
            var wrong = signing.prove(form.text("code"));
            if (wrong.isPresent()) throw new Problem.InvalidInput("/code", wrong.get(), "This is not the code.");
        });
    }

    @PostMapping("/reply-to/removal")
    ModelAndView forget(Locale locale, RedirectAttributes redirect) {
        return act(Posted.empty(), "removed", locale, redirect, signing::forget);
    }

    @PostMapping("/sample")
    ModelAndView sample(Locale locale, RedirectAttributes redirect) {
        var person = person();
        if (person.isEmpty()) throw new Problem.Conflict("no_address", "Only a person can be written to.");
        return act(Posted.empty(), "sample", locale, redirect, () -> signing.askSample(person.get(), locale));
    }

    private Optional<UUID> person() {
        var id = callers.current().id();
        return id.startsWith(PERSON) ? Optional.of(UUID.fromString(id.substring(PERSON.length()))) : Optional.empty();
    }

    private ModelAndView act(Posted form, String done, Locale locale, RedirectAttributes redirect, Runnable action) {
        try {
            action.run();
        } catch (Problem.InvalidInput e) {
            var stored = signing.current();
            if (!form.values().containsKey("footer.en"))
                form.set("name", stored.name()).set("footer", stored.footer());
            return errors.refused(page(stored, form), e, locale);
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("communication.sender.done-" + done, null, locale)));
        return new ModelAndView("redirect:/manage/mail-sender");
    }

    private ModelAndView page(MailSenders.Stored stored, Posted form) {
        return new ModelAndView("communication/mail-sender", Map.of("form", form, "stored", stored))
                .addObject("organization", Tenancy.require().name())
                .addObject("address", settings.from());
    }
}
