package org.plenary.tenancy;

import java.util.OptionalLong;

/**
 * What a tenant has of a quota.
 *
 * @param limit the most that it may have; empty for no limit
 */
public record QuotaUse(Quota quota, long used, OptionalLong limit) {
    private static final double NEAR = 0.8;

    public boolean isLimited() {
        return limit.isPresent();
    }

    public long most() {
        return limit.orElse(0);
    }

    public boolean isNear() {
        return isLimited() && !isReached() && used >= most() * NEAR;
    }

    public boolean isReached() {
        return isLimited() && used >= most();
    }

    /** Whether there is more than may be: the plan is a smaller one than it was. */
    public boolean isOver() {
        return isLimited() && used > most();
    }
}
