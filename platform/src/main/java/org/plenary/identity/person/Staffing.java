package org.plenary.identity.person;

import java.util.Map;
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

/** Who works for the bound organization. */
@Component
class Staffing {
    private static final int NAME_LENGTH = 200;

    private final People people;
    private final Grants grants;
    private final WantedRoles wishes;
    private final StaffQuota quota;
    private final Records records;

    Staffing(People people, Grants grants, WantedRoles wishes, StaffQuota quota, Records records) {
        this.people = people;
        this.grants = grants;
        this.wishes = wishes;
        this.quota = quota;
        this.records = records;
    }

    /** Where else it is written down. */
    @Component
    record Records(StoredAccounts accounts, AuditTrail audit, Urls urls) {}

    /** @param passwordLink for somebody who has no password yet; can be opened once and is not shown again */
    record Added(Person person, @Nullable String passwordLink) {}

    /** @throws Problem.Conflict {@code plan_limit} when there is no place for one more, as with all that give roles */
    @Transactional
    public Added add(@Nullable String name, @Nullable String email, WantedRoles.Wish wish) {
        var violations = new Violations().text("/name", name, NAME_LENGTH).email("/email", email);
        var wanted = wishes.check(violations, wish);
        violations.throwIfAny();
        if (name == null || email == null || wanted.isEmpty()) throw new IllegalStateException();
        return quota.within("/email", () -> add(name, email, wanted.get(), wish));
    }

    private Added add(String name, String email, Grants.Wanted wanted, WantedRoles.Wish wish) {
        var accounts = records.accounts();
        var tenant = Tenancy.require().id().value();
        accounts.createUnverified(name.strip(), email, tenant);
        var account = accounts.byEmail(email).orElseThrow();
        if (people.ofAccount(account.id()).isPresent())
            throw new Problem.InvalidInput("/email", "already_member", "This person is a member already.");
        // Whoever made the account of an unconfirmed address may know its password.
        if (!account.verified() && !tenant.equals(account.vouchedBy()))
            throw new Problem.InvalidInput(
                    "/email", "address_unconfirmed", "This person must first confirm the address by signing up.");
        var id = people.enter(account);
        grants.give(id, wanted);
        records.audit().record("member.added", id.toString(), wish.forAudit());
        return new Added(
                require(id), account.passwordHash() == null && !account.verified() ? link(account.id()) : null);
    }

    private String link(UUID account) {
        var secret = records.accounts().newPasswordLink(account);
        return records.urls().platform("/password?link=" + secret).toString();
    }

    /** One role for the whole organization in place of all that they have there. */
    @Transactional
    public Person change(UUID id, @Nullable String roleCode) {
        var violations = new Violations();
        var wanted = wishes.check(violations, WantedRoles.Wish.of(roleCode));
        violations.throwIfAny();
        return quota.within("/role", () -> change(id, wanted.orElseThrow().role()));
    }

    private Person change(UUID id, Role role) {
        var person = require(id);
        if (role != Role.OWNER) keepAnOwner(person);
        grants.replace(person.id(), role);
        records.audit().record("member.changed", id.toString(), Map.of("role", role.code()));
        return require(id);
    }

    /** One role more, or one they have with another end. */
    @Transactional
    public Person give(UUID id, WantedRoles.Wish wish) {
        var violations = new Violations();
        var wanted = wishes.check(violations, wish);
        violations.throwIfAny();
        return quota.within("/role", () -> give(id, wanted.orElseThrow(), wish));
    }

    private Person give(UUID id, Grants.Wanted wanted, WantedRoles.Wish wish) {
        var person = require(id);
        if (wanted.role() == Role.OWNER && wish.until() != null) keepAnOwner(person);
        grants.adopt(id);
        grants.give(id, wanted);
        records.audit().record("member.role-given", id.toString(), wish.forAudit());
        return require(id);
    }

    /** Holds from the next request on. Who has no role left is no member any more. */
    @Transactional
    public void end(UUID id, UUID grant) {
        var person = require(id);
        var ended = grant(person, grant);
        if (ended.isLastingOwner()) keepAnOwner(person);
        grants.end(id, grant);
        if (grants.hasNone(id)) people.remove(person);
        records.audit()
                .record(
                        "member.role-ended",
                        id.toString(),
                        Map.of("role", ended.role().code()));
    }

    Grant grant(Person person, UUID grant) {
        return person.grants().stream()
                .filter(each -> grant.equals(each.id()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("The role of this member"));
    }

    @Transactional
    public void remove(UUID id) {
        var person = require(id);
        keepAnOwner(person);
        people.remove(person);
        records.audit()
                .record(
                        "member.removed",
                        id.toString(),
                        Map.of("role", person.role().code()));
    }

    Person require(UUID id) {
        return people.byId(id).orElseThrow(() -> new Problem.NotFound("The member"));
    }

    /** An owner whose role ends some day does not count. */
    private void keepAnOwner(Person person) {
        var owners = people.lockOwners();
        if (owners.size() == 1 && owners.contains(person.id()))
            throw new Problem.Conflict("last_owner", "An organization has at least one owner without an end.");
    }
}
