package org.plenary.communication.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was mailed to whom, the newest first, for the organizer who is asked where a mail is. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_READ)
class MailLogPages {
    private static final String PATH = "/manage/mails";

    private final DeliveryLog deliveries;

    MailLogPages(DeliveryLog deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping(PATH)
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var page = deliveries.page(after == null ? null : cursor(after));
        model.addAttribute("mails", page.items());
        model.addAttribute("zone", Tenancy.require().timeZone());
        model.addAttribute("first", after == null ? null : PATH);
        model.addAttribute("next", page.next() == null ? null : PATH + "?after=" + page.next());
        return "communication/mails";
    }

    private static UUID cursor(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }
}
