package org.plenary.identity.person;

import java.util.Map;
import java.util.Set;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An owner decides which roles need a second factor. */
@Component
class RequiringSecondFactor {
    private final SecondFactorRules rules;
    private final AuditTrail audit;

    RequiringSecondFactor(SecondFactorRules rules, AuditTrail audit) {
        this.rules = rules;
        this.audit = audit;
    }

    @Transactional
    public void require(Set<Role> roles) {
        if (roles.equals(rules.roles())) return;
        rules.replace(roles);
        audit.record(
                "member.second-factor-required",
                Tenancy.require().id().toString(),
                Map.of("roles", roles.stream().map(Role::code).sorted().toList()));
    }
}
