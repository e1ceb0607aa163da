package org.plenary.admin.terms;

import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The terms for everybody, each version at an address of its own that stays. */
@Controller
@PlatformHost
@Public
class PublicTermsPages {
    private final StoredTerms terms;

    PublicTermsPages(StoredTerms terms) {
        this.terms = terms;
    }

    @GetMapping("/terms")
    ModelAndView current() {
        return page(terms.current().orElseThrow(() -> new Problem.NotFound("The terms")));
    }

    @GetMapping("/terms/{version}")
    ModelAndView one(@PathVariable int version) {
        return page(terms.find(version).orElseThrow(() -> new Problem.NotFound("The terms")));
    }

    private static ModelAndView page(Terms terms) {
        return new ModelAndView("admin/terms").addObject("terms", terms);
    }
}
