package org.plenary.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Caller;
import org.plenary.identity.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What an operator who looks into an organization may open: what only shows something, and never unseen. */
@Component
class Supporters {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final int SUBJECT = 200;

    private final AuditTrail audit;
    private final TransactionOperations transactions;

    Supporters(AuditTrail audit, TransactionOperations transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Written down before anything is shown: what cannot be written down is not shown. */
    boolean mayLook(Caller caller, Permission wanted, HttpServletRequest request) {
        if (!LOOKING.contains(request.getMethod()) || !caller.may(wanted)) return false;
        var path = request.getRequestURI();
        var subject = path.length() > SUBJECT ? path.substring(0, SUBJECT) : path;
        transactions.executeWithoutResult(status -> audit.record("support.viewed", subject, Map.of()));
        return true;
    }
}
