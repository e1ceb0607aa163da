package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Callers;
import org.plenary.identity.Public;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.Urls;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing out on the platform's host, and what is there for those who are signed in. */
@Controller
@PlatformHost
@Public
class PlatformSignInPages {
    private final Callers callers;
    private final StoredAccounts accounts;
    private final TenantDirectory tenants;
    private final PlatformSignOut signOut;
    private final Urls urls;

    PlatformSignInPages(
            Callers callers, StoredAccounts accounts, TenantDirectory tenants, PlatformSignOut signOut, Urls urls) {
        this.callers = callers;
        this.accounts = accounts;
        this.tenants = tenants;
        this.signOut = signOut;
        this.urls = urls;
    }

    record OrganizationRow(String name, String address) {}

    /** With the note of a tenant's host the session ends at once; without it, somebody has to press the button. */
    @GetMapping("/logout")
    String logout(
            @RequestParam(required = false) @Nullable String note,
            @Nullable Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (authentication == null) return "redirect:/signed-out";
        if (!signOut.isAsked(note, authentication.getName())) return "identity/logout";
        new SecurityContextLogoutHandler().logout(request, response, authentication);
        return "redirect:/signed-out";
    }

    @GetMapping("/signed-out")
    String signedOut() {
        return "identity/signed-out";
    }

    /** Where each signed-in person may go on; needs no right, only an account. */
    @GetMapping("/organizations")
    String organizations(@Nullable Authentication authentication, Model model) {
        if (authentication == null || callers.current().isAnonymous())
            throw new InsufficientAuthenticationException("sign in first");
        var rows = accounts.tenantsOf(UUID.fromString(authentication.getName())).stream()
                .map(id -> tenants.byId(TenantId.of(id)))
                .flatMap(Optional::stream)
                .filter(Tenant::isActive)
                .map(tenant -> new OrganizationRow(
                        tenant.name(), urls.tenant(tenant, "/manage").toString()))
                .toList();
        model.addAttribute("organizations", rows);
        return "identity/organizations";
    }
}
