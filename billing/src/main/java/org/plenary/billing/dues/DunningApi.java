package org.plenary.billing.dues;

import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When debtors are reminded, in days after something was due. */
@RestController
@TenantHost
@RequestMapping("/api/v1/billing/reminder-levels")
class DunningApi {
    private final LevelSettings settings;

    DunningApi(LevelSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    Levels show() {
        return settings.current();
    }

    @PutMapping
    @Requires(Permission.BILLING_WRITE)
    Levels change(@RequestBody Levels levels) {
        settings.change(levels);
        return settings.current();
    }
}
