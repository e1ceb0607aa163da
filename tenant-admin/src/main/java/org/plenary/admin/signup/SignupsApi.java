package org.plenary.admin.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PlatformHost
@Public
@RequestMapping("/api/v1/signups")
class SignupsApi {
    private final SigningUp signingUp;
    private final Verifying verifying;
    private final Arriving arriving;
    private final SignupTerms terms;
    private final SignupBodies bodies;

    SignupsApi(SigningUp signingUp, Verifying verifying, Arriving arriving, SignupTerms terms, SignupBodies bodies) {
        this.signingUp = signingUp;
        this.verifying = verifying;
        this.arriving = arriving;
        this.terms = terms;
        this.bodies = bodies;
    }

    record Begun(UUID id, String secret, String status) {}

    record Code(@Nullable String code) {}

    record Secret(@Nullable String secret) {}

    record Client(String clientId, String clientSecret, List<String> scopes) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun begin(@RequestBody SignupRequest body, HttpServletRequest request) {
        terms.takeSignup(request, body);
        var begun = signingUp.begin(body);
        return new Begun(begun.id(), begun.secret(), "verifying_email");
    }

    @GetMapping("/{id}")
    SignupBodies.Body get(@PathVariable UUID id) {
        return bodies.of(id);
    }

    @PostMapping("/{id}/verify")
    SignupBodies.Body verify(@PathVariable UUID id, @RequestBody Code body) {
        verifying.verify(id, body.code());
        return bodies.of(id);
    }

    @PostMapping("/{id}/api-client")
    Client client(@PathVariable UUID id, @RequestBody Secret body) {
        var issued = arriving.issueClient(id, body.secret());
        var scopes = issued.scopes().stream().map(Permission::scope).sorted().toList();
        return new Client(issued.clientId(), issued.clientSecret(), scopes);
    }
}
