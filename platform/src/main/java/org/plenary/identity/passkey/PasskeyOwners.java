package org.plenary.identity.passkey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as the owners of passkeys. Devices show the e-mail address, so that people know which one to take. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final StoredAccounts accounts;

    PasskeyOwners(StoredAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes owner) {
        return entity(StoredPasskeys.account(owner));
    }

    /** @param account the name of whoever is signed in, which is their account's id */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return entity(UUID.fromString(account));
    }

    private @Nullable PublicKeyCredentialUserEntity entity(UUID id) {
        return accounts.byId(id).map(PasskeyOwners::entity).orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(StoredPasskeys.owner(account.id()))
                .name(account.email())
                .displayName(account.name())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("accounts are made elsewhere");
    }

    @Override
    public void delete(Bytes owner) {
        throw new UnsupportedOperationException("accounts are removed elsewhere");
    }
}
