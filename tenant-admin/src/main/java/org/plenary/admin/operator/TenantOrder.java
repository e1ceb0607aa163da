package org.plenary.admin.operator;

import org.jspecify.annotations.Nullable;

/** What the operator wants of a tenant; what is null stays as it is. */
record TenantOrder(
        @Nullable String status,
        @Nullable String reason,
        @Nullable String plan) {}
