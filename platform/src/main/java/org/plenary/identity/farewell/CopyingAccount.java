package org.plenary.identity.farewell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plenary.identity.AccountCopyAsked;
import org.plenary.identity.OwnRecords;
import org.plenary.identity.OwnRecords.Who;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Json;
import org.plenary.tenancy.KeptTenants;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantStatus;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Gathers what is held of a person: of their account, and in each organization what its modules tell by the address that the
 * person has shown to be theirs. When one cannot tell, there is no copy, and it is tried again.
 */
@Component
class CopyingAccount {
    private static final int MOST = 200;

    private final StoredAccounts accounts;
    private final AccountCopies copies;
    private final AccountFacts facts;
    private final Tenants tenants;
    private final Json json;

    CopyingAccount(StoredAccounts accounts, AccountCopies copies, AccountFacts facts, Tenants tenants, Json json) {
        this.accounts = accounts;
        this.copies = copies;
        this.facts = facts;
        this.tenants = tenants;
        this.json = json;
    }

    @Component
    record Tenants(
            KeptTenants kept,
            TenantDirectory directory,
            List<OwnRecords> records,
            KnownAs knownAs,
            MessageSource messages) {
        /** Whose data is of another version at the moment; said in the copy, so that it can be asked for again. */
        int closed() {
            return directory
                    .page(null, TenantStatus.MAINTENANCE, MOST, null)
                    .items()
                    .size();
        }

        /** What the bound tenant has: by the account and its first address, and beside it by each other one. */
        Map<String, Object> held(List<Who> known, Locale language) {
            var held = held(known.getFirst(), language);
            var others = new ArrayList<Map<String, Object>>();
            for (var other : known.subList(1, known.size())) {
                var more = held(other, language);
                if (more.isEmpty()) continue;
                more.put("email", other.email());
                others.add(more);
            }
            if (!others.isEmpty()) held.put("by_other_addresses", others);
            return held;
        }

        private Map<String, Object> held(Who who, Locale language) {
            var held = new LinkedHashMap<String, Object>();
            for (var each : records) held.putAll(each.of(who, language));
            return held;
        }
    }

    @OutboundListener(id = "identity.make-account-copy")
    public void on(AccountCopyAsked event) {
        var copy = copies.find(event.account()).orElse(null);
        var account = accounts.byId(event.account()).orElse(null);
        if (copy == null || copy.isReady() || account == null) return;
        copies.keep(account.id(), zip(account, organizations(account, copy.language()), copy.language()));
    }

    /** Of an address that nobody has confirmed nothing is told: it could be anybody's. */
    private List<Map<String, Object>> organizations(Account account, Locale language) {
        var found = new ArrayList<Map<String, Object>>();
        if (!account.verified()) return found;
        var known = tenants.knownAs().of(account);
        var all = new ArrayList<org.plenary.tenancy.Tenant>();
        tenants.kept().forEach(all::add);
        var done = 0;
        for (var tenant : all) {
            Map<String, Object> held = Tenancy.callAs(tenant, () -> tenants.held(known, language));
            if (!held.isEmpty()) {
                var one = new LinkedHashMap<String, Object>();
                one.put("organization", tenant.name());
                one.put("address", tenant.slug());
                one.putAll(held);
                found.add(one);
            }
            copies.progress(account.id(), ++done, all.size());
        }
        return found;
    }

    private byte[] zip(Account account, List<Map<String, Object>> organizations, Locale language) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "README.txt", tenants.messages().getMessage("identity.farewell.read-me", null, language));
            var own = facts.of(account);
            own.put("organizations_that_could_not_be_read", tenants.closed());
            entry(zip, "account.json", json.write(own));
            for (var one : organizations) entry(zip, "organizations/" + one.get("address") + ".json", json.write(one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
