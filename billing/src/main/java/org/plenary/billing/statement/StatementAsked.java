package org.plenary.billing.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A statement is to be mailed. @param mail the same one is sent once */
record StatementAsked(
        TenantId tenant,
        UUID mail,
        String name,
        List<String> references,
        String to,
        String language,
        @Nullable LocalDate from,
        @Nullable LocalDate until)
        implements TenantEvent {}
