package org.plenary.registration.order;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payments that match no price of their order, for staff; they stand above the list of orders. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders/unmatched/{payment}")
class UnmatchedPages {
    private final ConferenceApi conferences;
    private final UnmatchedPayments unmatched;
    private final MessageSource messages;

    UnmatchedPages(ConferenceApi conferences, UnmatchedPayments unmatched, MessageSource messages) {
        this.conferences = conferences;
        this.unmatched = unmatched;
        this.messages = messages;
    }

    @PostMapping("/settlement")
    @Requires(Permission.REGISTRATION_WRITE)
    String settle(
            @PathVariable String conference, @PathVariable UUID payment, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        unmatched.settle(found.id(), payment);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("registration.unmatched.done", null, locale)));
        return "redirect:/manage/conferences/" + found.slug() + "/orders";
    }
}
