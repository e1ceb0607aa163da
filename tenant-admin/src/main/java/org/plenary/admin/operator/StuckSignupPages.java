package org.plenary.admin.operator;

import java.util.UUID;
import org.plenary.admin.provisioning.Resuming;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has a failed provisioning tried again. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
class StuckSignupPages {
    private final Resuming resuming;
    private final OperatorView view;

    StuckSignupPages(Resuming resuming, OperatorView view) {
        this.resuming = resuming;
        this.view = view;
    }

    @PostMapping("/operator/signups/{id}/resumption")
    String resume(@PathVariable UUID id, RedirectAttributes redirect) {
        resuming.resume(id);
        redirect.addFlashAttribute("flash", Flash.info(view.text("admin.tenants.tried-again")));
        return "redirect:/operator/tenants";
    }
}
