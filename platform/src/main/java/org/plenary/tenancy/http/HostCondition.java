package org.plenary.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.AbstractRequestCondition;

/** A handler is there only on the kinds of host that its controller names. */
final class HostCondition extends AbstractRequestCondition<HostCondition> {
    private final Set<HostKind> kinds;

    HostCondition(Set<HostKind> kinds) {
        this.kinds = EnumSet.copyOf(kinds);
    }

    @Override
    protected Collection<?> getContent() {
        return kinds;
    }

    @Override
    protected String getToStringInfix() {
        return " || ";
    }

    @Override
    public HostCondition combine(HostCondition other) {
        return other;
    }

    @Override
    public @Nullable HostCondition getMatchingCondition(HttpServletRequest request) {
        return request.getAttribute(HostKind.ATTRIBUTE) instanceof HostKind kind && kinds.contains(kind) ? this : null;
    }

    @Override
    public int compareTo(HostCondition other, HttpServletRequest request) {
        return Integer.compare(kinds.size(), other.kinds.size());
    }
}
