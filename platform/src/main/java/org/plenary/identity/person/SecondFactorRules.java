package org.plenary.identity.person;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.SignedIn;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** For which roles the bound organization wants more than a password. Programs have no part in it. */
@Component
public class SecondFactorRules {
    private final JdbcClient jdbc;
    private final StoredSignIns signIns;
    private final People people;

    SecondFactorRules(JdbcClient jdbc, StoredSignIns signIns, People people) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.people = people;
    }

    Set<Role> roles() {
        var found = EnumSet.noneOf(Role.class);
        jdbc.sql("select role from control.second_factor_rule where tenant_id = ?")
                .param(Tenancy.require().id().value())
                .query((row, number) -> Role.valueOf(row.getString(1)))
                .list()
                .forEach(found::add);
        return found;
    }

    void replace(Set<Role> roles) {
        var tenant = Tenancy.require().id().value();
        jdbc.sql("delete from control.second_factor_rule where tenant_id = ?")
                .param(tenant)
                .update();
        for (var role : roles)
            jdbc.sql("insert into control.second_factor_rule (tenant_id, role) values (?, ?) on conflict do nothing")
                    .params(tenant, role.name())
                    .update();
    }

    /** Whether nothing opens for this member before they have shown, and perhaps set up, a second factor. */
    public boolean holdsBack(Person person, @Nullable Authentication authentication) {
        var strict = roles();
        var today = people.today();
        if (person.grants().stream()
                .filter(grant -> grant.holdsOn(today))
                .noneMatch(grant -> strict.contains(grant.role()))) return false;
        return !SignedIn.idOf(authentication)
                .flatMap(signIns::proof)
                .map(Proof::isStrong)
                .orElse(false);
    }
}
