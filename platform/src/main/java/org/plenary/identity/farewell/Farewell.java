package org.plenary.identity.farewell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.AccountNotice;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.OwnRecords;
import org.plenary.identity.OwnRecords.Who;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.GoneAccounts;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.person.People;
import org.plenary.identity.session.ToldOwners;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.KeptTenants;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends accounts. The account goes after some days in which its owner can change their mind; on what organizations hold of the
 * person these decide, as for everybody who asks them. Whoever alone owns an organization hands it over first.
 */
@Component
class Farewell {
    private static final Logger log = LoggerFactory.getLogger(Farewell.class);
    private static final Duration LATER = Duration.ofDays(1);

    private final AccountDeletions deletions;
    private final StoredAccounts accounts;
    private final Organizations organizations;
    private final Told told;
    private final FarewellSettings settings;

    Farewell(
            AccountDeletions deletions,
            StoredAccounts accounts,
            Organizations organizations,
            Told told,
            FarewellSettings settings) {
        this.deletions = deletions;
        this.accounts = accounts;
        this.organizations = organizations;
        this.told = told;
        this.settings = settings;
    }

    /** Where somebody belongs, and where something is held of them. */
    @Component
    record Organizations(
            TenantDirectory directory,
            KeptTenants kept,
            People people,
            List<OwnRecords> records,
            TransactionOperations transactions) {
        /** Those that would have no owner any more. */
        List<Tenant> ownedAlone(List<Tenant> all, UUID account) {
            return all.stream()
                    .filter(tenant -> Tenancy.callAs(tenant, () -> people.isOnlyOwner(account)))
                    .toList();
        }

        void leave(List<Who> known) {
            var all = new ArrayList<Tenant>();
            kept.forEach(all::add);
            for (var tenant : all)
                Tenancy.runAs(
                        tenant,
                        () -> transactions.executeWithoutResult(
                                status -> known.forEach(who -> records.forEach(each -> each.leave(who)))));
        }
    }

    @Component
    record Told(AuditTrail audit, ToldOwners owners, GoneAccounts gone, KnownAs knownAs) {}

    /** The organizations of the account that have a schema. */
    List<Tenant> organizationsOf(UUID account) {
        return accounts.tenantsOf(account).stream()
                .map(id -> organizations.directory().byId(TenantId.of(id)))
                .flatMap(Optional::stream)
                .filter(tenant -> tenant.schemaVersion() != null)
                .toList();
    }

    List<Tenant> ownedAlone(UUID account) {
        return organizations.ownedAlone(organizationsOf(account), account);
    }

    /**
     * @throws Problem.Conflict {@code last_owner} while an organization has no other owner; {@code operator} for who runs the
     *     platform: another operator ends that first
     */
    void ask(Account account, UUID signIn, Locale language) {
        if (account.operator()) throw new Problem.Conflict("operator", "Whoever runs the platform cannot leave so.");
        if (!ownedAlone(account.id()).isEmpty())
            throw new Problem.Conflict("last_owner", "An organization has at least one owner without an end.");
        organizations.transactions().executeWithoutResult(status -> {
            if (!deletions.insert(account.id(), settings.grace(), language)) return;
            told.audit().record("account.deletion-asked", account.id().toString(), Map.of());
            told.owners().tell(account.id(), AccountNotice.What.DELETION_ASKED, signIn);
        });
    }

    void stay(UUID account, UUID signIn) {
        organizations.transactions().executeWithoutResult(status -> {
            if (!deletions.remove(account)) return;
            told.audit().record("account.deletion-taken-back", account.toString(), Map.of());
            told.owners().tell(account, AccountNotice.What.DELETION_TAKEN_BACK, signIn);
        });
    }

    /** Tells those whose day is near, in the language in which they asked, and ends the accounts of those whose day it is. */
    void run() {
        organizations
                .transactions()
                .executeWithoutResult(status -> deletions
                        .takeToWarn(settings.warning())
                        .forEach(wish -> told.owners()
                                .tellLater(wish.account(), AccountNotice.What.DELETION_NEAR, wish.language())));
        for (var wish : deletions.due()) {
            try {
                end(wish.account());
            } catch (RuntimeException e) {
                log.error("the account={} could not be deleted", wish.account(), e);
                deletions.postpone(wish.account(), LATER);
            }
        }
    }

    private void end(UUID id) {
        var account = accounts.byId(id).orElseThrow();
        if (organizationsOf(id).stream().anyMatch(tenant -> tenant.status() == TenantStatus.MAINTENANCE)) {
            deletions.postpone(id, LATER);
            return;
        }
        if (!ownedAlone(id).isEmpty()) {
            log.warn("the account={} became the only owner of an organization and stays for now", id);
            deletions.postpone(id, LATER);
            return;
        }
        organizations.leave(told.knownAs().of(account));
        organizations.transactions().executeWithoutResult(status -> {
            told.audit().record("account.deleted", id.toString(), Map.of());
            told.gone().delete(account);
        });
        log.info("deleted account={}", id);
    }
}
