package org.plenary.identity.person;

import org.plenary.identity.AccountRenamed;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.tenancy.ModuleListener;
import org.springframework.stereotype.Component;

/** A person is called in each organization, and written to, as in their account. */
@Component
class RenamedPeople {
    private final People people;
    private final StoredAccounts accounts;

    RenamedPeople(People people, StoredAccounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @ModuleListener(id = "identity.rename-person")
    void on(AccountRenamed event) {
        accounts.byId(event.account())
                .ifPresent(account -> people.rename(account.id(), account.name(), account.email()));
    }
}
