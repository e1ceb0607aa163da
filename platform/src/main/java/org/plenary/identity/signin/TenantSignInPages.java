package org.plenary.identity.signin;

import org.plenary.identity.Callers;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Signing in on a tenant's host, and what is shown when it does not lead to a page. */
@Controller
@TenantHost
@Public
class TenantSignInPages {
    private final Callers callers;

    TenantSignInPages(Callers callers) {
        this.callers = callers;
    }

    @GetMapping("/login")
    String login() {
        return "redirect:" + TenantSignIn.START;
    }

    /** Reached by a forward from whatever was refused, so with any method. */
    @RequestMapping(TenantSignIn.NOT_A_MEMBER)
    String notAMember(Model model) {
        model.addAttribute("member", !callers.current().permissions().isEmpty());
        return "identity/not-a-member";
    }

    @GetMapping(TenantSignIn.FAILED)
    String failed() {
        return "identity/sign-in-failed";
    }
}
