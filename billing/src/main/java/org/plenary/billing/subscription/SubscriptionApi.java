package org.plenary.billing.subscription;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.ProblemWriter;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/billing")
class SubscriptionApi {
    private final UsageQueries usage;
    private final ProblemWriter problems;

    SubscriptionApi(UsageQueries usage, ProblemWriter problems) {
        this.usage = usage;
        this.problems = problems;
    }

    record View(String plan, String status, UsageQueries.Usage usage) {}

    @GetMapping("/subscription")
    @Requires(Permission.BILLING_READ)
    View subscription() {
        return new View(Tenancy.require().plan(), "active", usage.now());
    }

    @PostMapping("/portal-session")
    @Requires(Permission.BILLING_WRITE)
    void portal(HttpServletResponse response) throws IOException {
        problems.write(
                response,
                HttpStatus.NOT_IMPLEMENTED,
                "not_implemented",
                "Plans cannot be changed here yet; ask the platform's operator.");
    }
}
