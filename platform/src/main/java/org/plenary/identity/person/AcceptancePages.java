package org.plenary.identity.person;

import java.util.List;
import java.util.Locale;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the mailed invitation leads. Opening it changes nothing, so programs that look at links do not use it up. */
@Controller
@TenantHost
@Public
@RequestMapping("/invitation")
class AcceptancePages {
    private final AcceptingInvitations accepting;
    private final RoleWords words;

    AcceptancePages(AcceptingInvitations accepting, RoleWords words) {
        this.accepting = accepting;
        this.words = words;
    }

    @GetMapping
    ModelAndView question(@RequestParam(defaultValue = "") String token, Locale locale) {
        return accepting
                .find(token)
                .map(invitation -> new ModelAndView("identity/invitation")
                        .addObject("token", token)
                        .addObject("organization", Tenancy.require().name())
                        .addObject("invitation", invitation)
                        .addObject(
                                "held",
                                words.offered(List.of(invitation), locale).getFirst()))
                .orElseGet(AcceptancePages::gone);
    }

    @PostMapping
    ModelAndView accept(@RequestParam(defaultValue = "") String token, Locale locale) {
        try {
            return accepting
                    .accept(token)
                    .map(next -> new ModelAndView("redirect:" + next))
                    .orElseGet(AcceptancePages::gone);
        } catch (Problem.Conflict e) {
            var page = question(token, locale).addObject("full", true);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private static ModelAndView gone() {
        return new ModelAndView("identity/invitation-gone", HttpStatus.GONE);
    }
}
