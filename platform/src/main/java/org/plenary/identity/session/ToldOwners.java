package org.plenary.identity.session;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AccountNotice;
import org.plenary.identity.AccountNotices;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Urls;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the owner of an account what is done to it, in the caller's transaction. */
@Component
public class ToldOwners implements AccountNotices {
    private final StoredAccounts accounts;
    private final StoredSignIns signIns;
    private final ApplicationEventPublisher events;
    private final Urls urls;

    ToldOwners(StoredAccounts accounts, StoredSignIns signIns, ApplicationEventPublisher events, Urls urls) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.events = events;
        this.urls = urls;
    }

    public void tell(UUID account, AccountNotice.What what, @Nullable UUID signIn) {
        tell(account, what, signIn, LocaleContextHolder.getLocale());
    }

    /** What a job does, in the language in which it was asked for. */
    public void tellLater(UUID account, AccountNotice.What what, Locale language) {
        tell(account, what, null, language);
    }

    private void tell(UUID account, AccountNotice.What what, @Nullable UUID signIn, Locale language) {
        events.publishEvent(new AccountNotice(Ids.next(), account, what, language.toLanguageTag(), signIn));
    }

    @Override
    public Optional<Told> read(AccountNotice notice) {
        return accounts.byId(notice.account()).map(account -> {
            var id = notice.signIn();
            var signIn = id == null ? null : signIns.byId(id).orElse(null);
            var device = signIn == null ? new Device(null, null) : signIn.device();
            return new Told(
                    account.name(),
                    account.email(),
                    Locale.forLanguageTag(notice.language()),
                    // the id of the notice was made when it happened
                    Instant.ofEpochMilli(notice.id().getMostSignificantBits() >>> 16),
                    device.browser(),
                    device.system(),
                    signIn == null ? null : signIn.network(),
                    urls.platform("/account"));
        });
    }
}
