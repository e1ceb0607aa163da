package org.plenary.identity.person;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.identity.OutsidePeople;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is let in from outside, kept as a person with a role that no member has. */
@Component
class Outsiders implements OutsidePeople {
    private static final int NAME_LENGTH = 200;

    private final People people;
    private final StoredAccounts accounts;
    private final Urls urls;

    Outsiders(People people, StoredAccounts accounts, Urls urls) {
        this.people = people;
        this.accounts = accounts;
        this.urls = urls;
    }

    @Override
    @Transactional
    public UUID admit(String name, String email) {
        var account = known(name, email);
        var isStaff = people.ofAccount(account.id()).filter(Person::isStaff).isPresent();
        if (isStaff) throw new Problem.InvalidInput("/email", "already_member", "This person is a member already.");
        people.join(account, Role.HOTEL_CONTACT);
        return account.id();
    }

    @Override
    @Transactional
    public UUID account(String name, String email) {
        var account = known(name, email).id();
        accounts.join(account, Tenancy.require().id().value());
        return account;
    }

    private Account known(String name, String email) {
        new Violations().text("/name", name, NAME_LENGTH).email("/email", email).throwIfAny();
        var tenant = Tenancy.require().id().value();
        accounts.createUnverified(name.strip(), email, tenant);
        var account = accounts.byEmail(email).orElseThrow();
        // Whoever made the account of an unconfirmed address may know its password.
        if (!account.verified() && !tenant.equals(account.vouchedBy()))
            throw new Problem.InvalidInput(
                    "/email", "address_unconfirmed", "This person must first confirm the address by signing up.");
        return account;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Set<String>> addresses(Collection<UUID> some) {
        return accounts.addresses(some);
    }

    @Override
    @Transactional
    public Optional<URI> passwordLink(UUID account) {
        return accounts.byId(account)
                // whose address is confirmed sets a password by mail, and not by what an organization is given
                .filter(found -> found.passwordHash() == null && !found.verified())
                .map(found -> urls.platform("/password?link=" + accounts.newPasswordLink(account)));
    }

    @Override
    @Transactional
    public void dismiss(UUID account) {
        people.ofAccount(account).filter(person -> !person.isStaff()).ifPresent(people::remove);
    }
}
