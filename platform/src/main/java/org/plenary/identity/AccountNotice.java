package org.plenary.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.PlatformEvent;

/**
 * Something happened to an account that its owner is told by mail, so that nobody else can do it unnoticed.
 *
 * @param language of who did it, as a tag
 * @param signIn which sign-in it was done with, while there is one
 */
public record AccountNotice(
        UUID id,
        UUID account,
        What what,
        String language,
        @Nullable UUID signIn) implements PlatformEvent {
    public enum What {
        NEW_DEVICE,
        PASSWORD_CHANGED,
        CODES_SET_UP,
        CODES_REMOVED,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        IDENTITY_ADDED,
        IDENTITY_REMOVED,
        ADDRESS_REMOVED,
        DELETION_ASKED,
        DELETION_TAKEN_BACK,
        DELETION_NEAR;

        /** As in message keys: {@code new-device}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
