package org.plenary.identity.farewell;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plenary.identity.OwnRecords.Who;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAddresses;
import org.springframework.stereotype.Component;

/** By what organizations may know somebody: their account, and each address that they have shown to be theirs. */
@Component
class KnownAs {
    private static final UUID NO_ACCOUNT = new UUID(0, 0);

    private final StoredAddresses addresses;

    KnownAs(StoredAddresses addresses) {
        this.addresses = addresses;
    }

    /** The account with its first address, then each other address alone. Of one that nobody has confirmed nothing is told. */
    List<Who> of(Account account) {
        var all = new ArrayList<Who>();
        all.add(new Who(account.id(), account.verified() ? account.email() : ""));
        for (var other : addresses.of(account.id())) all.add(new Who(NO_ACCOUNT, other.email()));
        return all;
    }
}
