package org.plenary.admin.signup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.Urls;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A sign-up as the API tells it: where it stands, and nothing about the person. */
@Component
class SignupBodies {
    private final Signups signups;
    private final TenantDirectory tenants;
    private final Urls urls;
    private final MessageSource messages;

    SignupBodies(Signups signups, TenantDirectory tenants, Urls urls, MessageSource messages) {
        this.signups = signups;
        this.tenants = tenants;
        this.urls = urls;
        this.messages = messages;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            UUID id,
            String status,
            @Nullable TenantBody tenant,
            @Nullable ProblemBody problem) {}

    record TenantBody(String slug, URI url) {}

    record ProblemBody(String code, String detail) {}

    Body of(UUID id) {
        var signup = signups.find(id).orElseThrow(() -> new Problem.NotFound("The sign-up"));
        return new Body(id, signup.status().name().toLowerCase(Locale.ROOT), tenant(signup), problem(signup));
    }

    private @Nullable TenantBody tenant(Signup signup) {
        if (signup.status() != SignupStatus.READY || signup.tenant() == null) return null;
        return tenants.byId(signup.tenant())
                .map(tenant -> new TenantBody(tenant.slug(), urls.tenant(tenant, "/")))
                .orElse(null);
    }

    private @Nullable ProblemBody problem(Signup signup) {
        var code = signup.problem();
        if (signup.status() != SignupStatus.FAILED || code == null) return null;
        return new ProblemBody(code, messages.getMessage(textOf(code), null, Languages.ENGLISH));
    }

    static String textOf(String problem) {
        return "admin.signup.problem-" + problem.replace('_', '-');
    }
}
