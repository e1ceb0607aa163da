package org.plenary.admin.terms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.plenary.identity.Permission;
import org.plenary.identity.StaffNotice;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks the owners to accept terms that were published after those they accepted. */
@Component
class TermsNotice implements StaffNotice {
    private final StoredTerms terms;
    private final MessageSource messages;
    private final Cache<TenantId, Boolean> asked =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    TermsNotice(StoredTerms terms, MessageSource messages) {
        this.terms = terms;
        this.messages = messages;
    }

    @Override
    public Permission permission() {
        return Permission.TENANT_ADMIN;
    }

    @Override
    public Optional<Note> of(Tenant tenant, Locale locale) {
        if (!asked.get(tenant.id(), this::isOpen)) return Optional.empty();
        return Optional.of(new Note("warning", text("new", locale), OwnerTermsPages.PATH, text("read", locale)));
    }

    void forget(TenantId tenant) {
        asked.invalidate(tenant);
    }

    private boolean isOpen(TenantId tenant) {
        var current = terms.current();
        return current.isPresent()
                && terms.acceptedBy(tenant).stream()
                        .noneMatch(
                                accepted -> accepted.version() == current.get().version());
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage("admin.terms.notice." + key, null, locale));
    }
}
