package org.plenary.identity.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
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
    private static final String HOTEL = "/hotel";

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
    String notAMember(HttpServletRequest request, Model model) {
        var caller = callers.current();
        var isOfHotel = caller.may(Permission.LODGING_HOTEL);
        // signing in ends on the staff's first page when nobody asked for another
        if (isOfHotel && TenantSignIn.LANDING.equals(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)))
            return "redirect:" + HOTEL;
        model.addAttribute("member", caller.hasRights());
        model.addAttribute("home", isOfHotel ? HOTEL : TenantSignIn.LANDING);
        return "identity/not-a-member";
    }

    @GetMapping(TenantSignIn.FAILED)
    String failed() {
        return "identity/sign-in-failed";
    }
}
