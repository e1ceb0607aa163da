package org.plenary.papers.presenter;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The authors of papers without anybody who comes are to be written to. @param at in milliseconds; names this time of asking */
record PresentersAsked(TenantId tenant, UUID conference, long at) implements TenantEvent {}
