package org.plenary.admin.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the browser that signed up sees while its organization comes to be; nobody else sees it. */
@Controller
@PlatformHost
@Public
@RequestMapping("/signup/{id}")
class ProgressPages {
    private final SignupSecret secret;
    private final Verifying verifying;
    private final CodeAgain again;
    private final ProgressView view;
    private final PageErrors errors;

    ProgressPages(SignupSecret secret, Verifying verifying, CodeAgain again, ProgressView view, PageErrors errors) {
        this.secret = secret;
        this.verifying = verifying;
        this.again = again;
        this.view = view;
        this.errors = errors;
    }

    @GetMapping
    String progress(@PathVariable UUID id, HttpServletRequest request, Model model) {
        return view.show(secret.require(id, request), model);
    }

    @PostMapping("/code")
    String verify(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        secret.require(id, request);
        try {
            verifying.verify(id, code);
        } catch (Problem.InvalidInput problem) {
            var now = secret.require(id, request);
            if (now.status() == SignupStatus.VERIFYING_EMAIL) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("fieldErrors", errors.of(problem, locale));
                return view.show(now, model);
            }
        } catch (Problem.Conflict ended) {
            // The page says how it ended.
        }
        return "redirect:/signup/" + id;
    }

    @PostMapping("/mail")
    String sendAgain(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes redirect) {
        secret.require(id, request);
        redirect.addFlashAttribute("flash", again.send(id));
        return "redirect:/signup/" + id;
    }
}
