package org.plenary.identity.provider;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AccountNotice.What;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.provider.ProviderFailure.Why;
import org.plenary.identity.session.ToldOwners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account somebody is whom a provider has named. The rule, which {@code deploy/docs/sign-in.md} gives reasons for:
 *
 * <ol>
 *   <li>Whose identity is linked is that account. Identities of an organization's own provider are kept apart by provider, so what
 *       one says of an issuer or a subject is nothing to any other.
 *   <li>The word of an organization's own provider counts for that organization alone: it names only people who belong to it and
 *       never an operator, and who comes by it can open that organization's pages and nothing else ({@link
 *       org.plenary.identity.session.SignedIn#only}): no account page, no other organization, no operator's console.
 *   <li>Somebody new is looked for by their address when the provider says that it is verified, or else by an address that they
 *       show to be theirs by a mailed code. No account is ever made by a provider's word.
 *   <li>An account that has a password or a passkey is joined only after its owner has signed in with that once, second factor
 *       included. One that has neither is joined by what shows that the address is theirs: a mailed code, or the word of a provider
 *       that the whole platform trusts. The organization that made an account, and has not had its address confirmed, may speak for
 *       it.
 *   <li>Who is signed in may link any identity that is nobody else's, with the password.
 * </ol>
 */
@Component
class Linking {
    private static final Logger log = LoggerFactory.getLogger(Linking.class);

    private final StoredIdentities identities;
    private final Registrations registrations;
    private final StoredAccounts accounts;
    private final Factors factors;
    private final Told told;

    Linking(
            StoredIdentities identities,
            Registrations registrations,
            StoredAccounts accounts,
            Factors factors,
            Told told) {
        this.identities = identities;
        this.registrations = registrations;
        this.accounts = accounts;
        this.factors = factors;
        this.told = told;
    }

    /** Who learns of it. */
    @Component
    record Told(AuditTrail audit, ToldOwners owners) {}

    /** What follows. */
    sealed interface Outcome {
        /** The person is this account. */
        record Is(Account account) implements Outcome {}

        /** There is an account that may be theirs: they sign in to it once. */
        record SignsInOnce(Account account) implements Outcome {}

        /** They show by a code that an address is theirs. */
        record ShowsAddress() implements Outcome {}

        record Refused(Why why) implements Outcome {}
    }

    @Transactional
    public Outcome find(NamedPerson named) {
        var linked = identities.accountOf(named).flatMap(accounts::byId);
        if (linked.isPresent()) return known(linked.get(), named);
        var email = named.email();
        if (email == null || !named.verified() && !named.proved()) return new Outcome.ShowsAddress();
        if (!admits(named, email)) return new Outcome.Refused(Why.DOMAIN);
        var account = accounts.byEmail(email);
        if (account.isEmpty() || !mayBe(account.get(), named)) return new Outcome.Refused(Why.UNKNOWN);
        return unlinked(account.get(), email, named);
    }

    private Outcome known(Account account, NamedPerson named) {
        if (!mayBe(account, named)) return new Outcome.Refused(Why.UNKNOWN);
        var email = named.email() == null || !named.verified() ? account.email() : named.email();
        if (!admits(named, email)) return new Outcome.Refused(Why.DOMAIN);
        identities.used(named);
        return new Outcome.Is(account);
    }

    private Outcome unlinked(Account account, String email, NamedPerson named) {
        var standing = factors.of(account.id());
        if (account.passwordHash() != null || standing.isSetUp()) return new Outcome.SignsInOnce(account);
        var isTheirs = named.proved() || named.kind().isShared();
        var isOfTheOrganization =
                !account.verified() && named.only() != null && named.only().equals(account.vouchedBy());
        if (!isTheirs && !isOfTheOrganization) return new Outcome.ShowsAddress();
        if (isTheirs) accounts.confirm(account.name(), email);
        link(account.id(), named, null);
        return accounts.byId(account.id())
                .<Outcome>map(Outcome.Is::new)
                .orElseGet(() -> new Outcome.Refused(Why.UNKNOWN));
    }

    private boolean admits(NamedPerson named, String email) {
        return registrations
                .entry(named.entry())
                .map(entry -> entry.admits(email))
                .orElse(true);
    }

    /** Whether the provider may speak of this account at all. */
    private boolean mayBe(Account account, NamedPerson named) {
        if (named.only() == null) return true;
        if (account.operator()) log.warn("a tenant's provider named an operator registration={}", named.registration());
        return !account.operator() && accounts.isOf(account.id(), named.only());
    }

    /**
     * Links for somebody who is signed in, by what is theirs.
     *
     * @throws ProviderFailure when it is another account's, or must not lead to this one
     */
    @Transactional
    public void link(UUID account, UUID signIn, NamedPerson named) throws ProviderFailure {
        var known = identities.accountOf(named);
        if (known.isPresent()) {
            if (!known.get().equals(account)) throw new ProviderFailure(Why.TAKEN);
            return;
        }
        if (accounts.byId(account).filter(each -> mayBe(each, named)).isEmpty())
            throw new ProviderFailure(Why.NOT_THIS_WAY);
        link(account, named, signIn);
    }

    private void link(UUID account, NamedPerson named, @Nullable UUID signIn) {
        if (!identities.add(account, named)) return;
        told.audit()
                .record(
                        "account.identity-added",
                        account.toString(),
                        Map.of("provider", named.kind().code()));
        told.owners().tell(account, What.IDENTITY_ADDED, signIn);
        log.info("identity linked account={} registration={}", account, named.registration());
    }

    @Transactional
    public void unlink(UUID account, UUID signIn, UUID identity) {
        var found = identities.of(account, identity);
        if (found.isEmpty() || !identities.remove(account, identity)) return;
        told.audit()
                .record(
                        "account.identity-removed",
                        account.toString(),
                        Map.of("provider", found.get().kind().code()));
        told.owners().tell(account, What.IDENTITY_REMOVED, signIn);
    }
}
