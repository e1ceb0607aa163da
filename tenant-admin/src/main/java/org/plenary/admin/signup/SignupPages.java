package org.plenary.admin.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which an organization signs up. */
@Controller
@PlatformHost
@Public
@RequestMapping("/signup")
class SignupPages {

    private final SigningUp signingUp;
    private final SignupTerms terms;
    private final SignupSecret secret;
    private final SignupFormView view;
    private final PageErrors errors;

    SignupPages(SigningUp signingUp, SignupTerms terms, SignupSecret secret, SignupFormView view, PageErrors errors) {
        this.signingUp = signingUp;
        this.terms = terms;
        this.secret = secret;
        this.view = view;
        this.errors = errors;
    }

    @GetMapping
    String form(Locale locale, Model model) {
        return view.show(SignupRequest.EMPTY, locale, model);
    }

    @PostMapping
    String begin(
            @ModelAttribute("signup") SignupRequest typed,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = view.asked(typed);
        try {
            terms.takeSignup(request, form);
            var begun = signingUp.begin(form);
            response.addHeader(HttpHeaders.SET_COOKIE, secret.cookie(begun));
            return "redirect:/signup/" + begun.id();
        } catch (Problem.InvalidInput problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fieldErrors", errors.of(problem, locale));
            return view.show(form, locale, model);
        }
    }

    /** The address alone, asked for while it is typed: whether it is free, and one made from the name while there is none. */
    @GetMapping("/address")
    String address(@ModelAttribute("signup") SignupRequest form, Locale locale, Model model) {
        view.showAddress(form, locale, model);
        return "admin/signup :: address";
    }
}
