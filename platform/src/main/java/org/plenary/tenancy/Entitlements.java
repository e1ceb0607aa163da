package org.plenary.tenancy;

import java.util.List;
import java.util.OptionalLong;

/**
 * PORT: how much a tenant is entitled to. Whoever knows what it has agreed to pay for implements it; where nobody does,
 * nothing is limited.
 */
public interface Entitlements {
    /** Empty when there is no limit. Asked often, so it answers from memory. */
    OptionalLong limit(Tenant tenant, Quota quota);

    /** The names of all plans that a tenant can be on. */
    List<String> plans();
}
