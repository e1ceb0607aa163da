package org.plenary.identity.person;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works for the bound organization, and in what role. */
@Component
class Staffing {
    private static final int NAME_LENGTH = 200;

    private final People people;
    private final StoredAccounts accounts;
    private final AuditTrail audit;
    private final Urls urls;

    Staffing(People people, StoredAccounts accounts, AuditTrail audit, Urls urls) {
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.urls = urls;
    }

    /** @param passwordLink for somebody who has no password yet; can be opened once and is not shown again */
    record Added(Person person, @Nullable String passwordLink) {}

    @Transactional
    public Added add(@Nullable String name, @Nullable String email, @Nullable String roleCode) {
        var violations = new Violations().text("/name", name, NAME_LENGTH).email("/email", email);
        var role = role(violations, roleCode);
        violations.throwIfAny();
        if (name == null || email == null || role.isEmpty()) throw new IllegalStateException();
        var tenant = Tenancy.require().id().value();
        accounts.createUnverified(name.strip(), email, tenant);
        var account = accounts.byEmail(email).orElseThrow();
        if (people.ofAccount(account.id()).isPresent())
            throw new Problem.InvalidInput("/email", "already_member", "This person is a member already.");
        // Whoever made the account of an unconfirmed address may know its password.
        if (!account.verified() && !tenant.equals(account.vouchedBy()))
            throw new Problem.InvalidInput(
                    "/email", "address_unconfirmed", "This person must first confirm the address by signing up.");
        people.join(account, role.get());
        var person = people.ofAccount(account.id()).orElseThrow();
        audit.record(
                "member.added",
                person.id().toString(),
                Map.of("role", role.get().code()));
        return new Added(person, account.passwordHash() == null ? link(account.id()) : null);
    }

    private String link(UUID account) {
        return urls.platform("/password?link=" + accounts.newPasswordLink(account))
                .toString();
    }

    private static Optional<Role> role(Violations violations, @Nullable String code) {
        var role = code == null ? Optional.<Role>empty() : Role.ofCode(code);
        violations.check(role.isPresent(), "/role", "unknown_role", "There is no such role.");
        return role;
    }

    @Transactional
    public Person change(UUID id, @Nullable String roleCode) {
        var violations = new Violations();
        var role = role(violations, roleCode);
        violations.throwIfAny();
        var person = require(id);
        if (role.orElseThrow() != Role.OWNER) keepAnOwner(person);
        people.changeRole(person, role.get());
        audit.record("member.changed", id.toString(), Map.of("role", role.get().code()));
        return require(id);
    }

    @Transactional
    public void remove(UUID id) {
        var person = require(id);
        keepAnOwner(person);
        people.remove(person);
        audit.record(
                "member.removed", id.toString(), Map.of("role", person.role().code()));
    }

    Person require(UUID id) {
        return people.byId(id).orElseThrow(() -> new Problem.NotFound("The member"));
    }

    private void keepAnOwner(Person person) {
        if (people.lockOwners() == 1 && require(person.id()).role() == Role.OWNER)
            throw new Problem.Conflict("last_owner", "An organization has at least one owner.");
    }
}
