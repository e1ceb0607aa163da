package org.plenary.identity.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Caller;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.access.ReviewerCheck;
import org.plenary.identity.person.People;
import org.plenary.identity.person.Person;
import org.plenary.identity.person.SignInRules;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.security.core.Authentication;
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
    private static final String REVIEWER = "/review";

    private final Callers callers;
    private final People people;
    private final SignInRules rules;
    private final ReviewerCheck reviewers;
    private final Urls urls;

    TenantSignInPages(Callers callers, People people, SignInRules rules, ReviewerCheck reviewers, Urls urls) {
        this.callers = callers;
        this.people = people;
        this.rules = rules;
        this.reviewers = reviewers;
        this.urls = urls;
    }

    @GetMapping("/login")
    String login() {
        return "redirect:" + TenantSignIn.START;
    }

    /** Reached by a forward from whatever was refused, so with any method. */
    @RequestMapping(TenantSignIn.NOT_A_MEMBER)
    String notAMember(HttpServletRequest request, @Nullable Authentication authentication, Model model) {
        var person = member(authentication);
        // by whom they come first: the second proof is asked for there
        if (person.filter(each -> rules.providers().holdsBack(each, authentication))
                .isPresent()) {
            model.addAttribute(
                    "again", urls.platform("/login/for/" + Tenancy.require().slug()));
            return "identity/provider-needed";
        }
        if (person.filter(each -> rules.factors().holdsBack(each, authentication))
                .isPresent()) {
            model.addAttribute("codes", urls.platform("/account/code-app"));
            model.addAttribute("passkey", urls.platform("/account/passkeys/new"));
            model.addAttribute("again", TenantSignIn.LANDING);
            return "identity/second-factor-needed";
        }
        var caller = callers.current();
        var home = home(caller);
        // signing in ends on the staff's first page when nobody asked for another
        if (!home.equals(TenantSignIn.LANDING)
                && TenantSignIn.LANDING.equals(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)))
            return "redirect:" + home;
        model.addAttribute("member", caller.hasRights() || home.equals(REVIEWER));
        model.addAttribute("home", home);
        return "identity/not-a-member";
    }

    /** The first page of somebody who was refused another. */
    private String home(Caller caller) {
        if (caller.may(Permission.LODGING_HOTEL)) return HOTEL;
        return !caller.hasRights() && reviewers.reviews(caller) ? REVIEWER : TenantSignIn.LANDING;
    }

    private Optional<Person> member(@Nullable Authentication authentication) {
        return authentication == null || callers.current().isAnonymous()
                ? Optional.empty()
                : people.ofAccount(UUID.fromString(authentication.getName()));
    }

    @GetMapping(TenantSignIn.FAILED)
    String failed() {
        return "identity/sign-in-failed";
    }
}
