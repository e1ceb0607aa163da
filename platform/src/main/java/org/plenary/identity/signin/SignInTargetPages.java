package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Signing in for an organization, although somebody is signed in already: otherwise than it wants. */
@Controller
@PlatformHost
@Public
class SignInTargetPages {
    private final TenantDirectory tenants;
    private final SignInTarget target;

    SignInTargetPages(TenantDirectory tenants, SignInTarget target) {
        this.tenants = tenants;
        this.target = target;
    }

    @GetMapping("/login/for/{slug}")
    String begin(@PathVariable String slug, HttpServletRequest request) {
        var tenant = tenants.bySlug(slug)
                .filter(Tenant::isActive)
                .orElseThrow(() -> new Problem.NotFound("The organization"));
        target.begin(tenant, request);
        return "redirect:/login";
    }
}
