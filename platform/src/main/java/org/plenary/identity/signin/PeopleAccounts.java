package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.plenary.identity.Accounts;
import org.plenary.identity.Permission;
import org.plenary.identity.account.Passwords;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.person.People;
import org.plenary.identity.person.Person;
import org.plenary.identity.person.Role;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.SigningIn;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may do with accounts. */
@Component
class PeopleAccounts implements Accounts {
    private final StoredAccounts accounts;
    private final Passwords passwords;
    private final People people;
    private final Factors factors;
    private final SigningIn signingIn;

    PeopleAccounts(StoredAccounts accounts, Passwords passwords, People people, Factors factors, SigningIn signingIn) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.people = people;
        this.factors = factors;
        this.signingIn = signingIn;
    }

    @Override
    public void checkPassword(Violations violations, String pointer, String password) {
        passwords.check(violations, pointer, password);
    }

    @Override
    public String hashPassword(String password) {
        return passwords.hash(password);
    }

    @Override
    public UUID createOwner(String name, String email, String passwordHash) {
        return accounts.createVerified(name, email, passwordHash, false);
    }

    @Override
    public UUID createOperator(String name, String email, String passwordHash) {
        return accounts.createVerified(name, email, passwordHash, true);
    }

    @Override
    @Transactional
    public void grantOwner(UUID account) {
        var owner = accounts.byId(account).orElseThrow();
        people.join(owner, Role.OWNER);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Contact> owners() {
        return contacts(people.owners());
    }

    @Override
    public List<Contact> staff(Permission permission) {
        return contacts(people.who(permission));
    }

    @Override
    public List<Contact> staff(Permission permission, UUID conference) {
        return contacts(people.who(permission, conference));
    }

    private static List<Contact> contacts(List<Person> people) {
        return people.stream()
                .map(person -> new Contact(person.accountId(), person.name(), person.email()))
                .toList();
    }

    @Override
    public void forgetMembersOf(TenantId tenant) {
        accounts.deleteMembersOf(tenant.value());
    }

    @Override
    public void rejoinMembers() {
        people.rejoin();
    }

    @Override
    public void signIn(UUID account, HttpServletRequest request, HttpServletResponse response) {
        if (!factors.of(account).isSetUp()) signingIn.complete(account, Proof.PASSWORD, request, response);
    }
}
