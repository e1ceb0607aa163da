package org.plenary.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.Caller;
import org.plenary.identity.ReviewRights;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Whether a caller is a reviewer, for the conference that the request is about or, where it is about none, for any. */
@Component
public class ReviewerCheck {
    private static final String ACCOUNT = "account:";

    private final ObjectProvider<ReviewRights> rights;

    ReviewerCheck(ObjectProvider<ReviewRights> rights) {
        this.rights = rights;
    }

    boolean mayReview(Caller caller, HttpServletRequest request) {
        var known = rights.getIfAvailable();
        if (known == null || Tenancy.current().isEmpty() || !caller.id().startsWith(ACCOUNT)) return false;
        var account = account(caller);
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("conference") instanceof String conference
                ? known.mayReview(account, conference)
                : known.reviews(account);
    }

    /** For some conference of the bound tenant. */
    public boolean reviews(Caller caller) {
        var known = rights.getIfAvailable();
        return known != null && caller.id().startsWith(ACCOUNT) && known.reviews(account(caller));
    }

    private static UUID account(Caller caller) {
        return UUID.fromString(caller.id().substring(ACCOUNT.length()));
    }
}
