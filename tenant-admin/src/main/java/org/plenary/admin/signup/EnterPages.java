package org.plenary.admin.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.plenary.identity.Accounts;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.view.RedirectView;

/** Takes the browser that signed up to its own host, signed in. */
@Controller
@PlatformHost
@Public
class EnterPages {
    private final SignupSecret secret;
    private final Arriving arriving;
    private final Accounts accounts;
    private final TenantDirectory tenants;
    private final Urls urls;

    EnterPages(SignupSecret secret, Arriving arriving, Accounts accounts, TenantDirectory tenants, Urls urls) {
        this.secret = secret;
        this.arriving = arriving;
        this.accounts = accounts;
        this.tenants = tenants;
        this.urls = urls;
    }

    /** Signs in once; whoever comes again is sent on and signs in as anybody else. */
    @GetMapping("/signup/{id}/enter")
    RedirectView enter(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        var signup = secret.require(id, request);
        if (signup.status() != SignupStatus.READY || signup.tenant() == null) return new RedirectView("/signup/" + id);
        var tenant = tenants.byId(signup.tenant()).orElseThrow(() -> new Problem.NotFound("The tenant"));
        arriving.enter(id).ifPresent(account -> accounts.signIn(account, request, response));
        return new RedirectView(urls.tenant(tenant, "/manage").toString());
    }
}
