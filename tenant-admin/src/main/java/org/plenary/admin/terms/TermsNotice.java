package org.plenary.admin.terms;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.plenary.identity.Permission;
import org.plenary.identity.StaffNotice;
import org.plenary.kernel.Remembered;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks the owners to accept terms that were published after those they accepted. */
@Component
class TermsNotice implements StaffNotice {
    private final StoredTerms terms;
    private final MessageSource messages;
    private final Remembered<TenantId, Boolean> asked = new Remembered<>(Duration.ofSeconds(5));

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
        if (!asked.of(tenant.id(), this::isOpen)) return Optional.empty();
        return Optional.of(new Note("warning", text("new", locale), OwnerTermsPages.PATH, text("read", locale)));
    }

    void forget(TenantId tenant) {
        asked.forget(tenant);
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
