package org.plenary.identity.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Caller;
import org.plenary.identity.Callers;
import org.plenary.identity.ConferenceNames;
import org.plenary.identity.Permission;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.person.People;
import org.plenary.identity.person.SignInRules;
import org.plenary.identity.session.SignedIn;
import org.plenary.identity.support.StoredSupport;
import org.plenary.tenancy.Tenancy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The caller of the current request. What an account may do is read from the database in each request, so a role that was
 * taken away ends at once.
 */
@Component
class CurrentCaller implements Callers {
    private static final String KEY = CurrentCaller.class.getName();

    private static final String CONFERENCE = "conference";

    private final StoredAccounts accounts;
    private final People people;
    private final SignInRules rules;
    private final StoredSupport support;
    private final ConferenceNames conferences;

    CurrentCaller(
            StoredAccounts accounts,
            People people,
            SignInRules rules,
            StoredSupport support,
            ConferenceNames conferences) {
        this.accounts = accounts;
        this.people = people;
        this.rules = rules;
        this.support = support;
        this.conferences = conferences;
    }

    /**
     * Remembered with its cause: signing in changes the caller in the middle of a request, and which conference it is about is
     * known only once its handler is found.
     *
     * @param everywhere the caller wherever they are, as read
     */
    private record Known(
            Authentication authentication,
            Caller everywhere,
            @Nullable String conference,
            Caller here) {
        boolean isOf(Authentication other) {
            return authentication.equals(other);
        }
    }

    @Override
    public Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) return Caller.ANONYMOUS;
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) return of(authentication);
        var conference = conference(request);
        var known = request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST) instanceof Known before
                        && before.isOf(authentication)
                ? before
                : null;
        if (known != null && Objects.equals(known.conference(), conference)) return known.here();
        var everywhere = known == null ? of(authentication) : known.everywhere();
        var here = at(everywhere, conference);
        request.setAttribute(
                KEY, new Known(authentication, everywhere, conference, here), RequestAttributes.SCOPE_REQUEST);
        return here;
    }

    /** The conference that the address of the request names. */
    private static @Nullable String conference(RequestAttributes request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get(CONFERENCE) instanceof String slug ? slug : null;
    }

    /** Most people have the same rights in all conferences; only for the others it matters which one it is. */
    private Caller at(Caller caller, @Nullable String conference) {
        if (conference == null || !caller.differsByConference()) return caller;
        return conferences.idOf(conference).map(caller::at).orElse(caller);
    }

    private Caller of(Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken program) return program(program);
        var account = UUID.fromString(authentication.getName());
        if (Tenancy.current().isPresent()) return member(account, authentication);
        return SignedIn.whole(authentication).isPresent() ? ofPlatform(account) : Caller.ANONYMOUS;
    }

    private static Caller program(JwtAuthenticationToken program) {
        var permissions = EnumSet.noneOf(Permission.class);
        var scopes = program.getToken().getClaimAsStringList("scope");
        if (scopes != null)
            scopes.stream().map(Permission::ofScope).flatMap(Optional::stream).forEach(permissions::add);
        // It opened these before there were scopes of their own, and programs that were issued then go on.
        if (permissions.contains(Permission.TENANT_ADMIN))
            permissions.addAll(Set.of(Permission.AUDIT_READ, Permission.STAFF_WRITE));
        if (Tenancy.current().isPresent()) permissions.remove(Permission.OPERATOR);
        var name = program.getToken().getClaimAsString("client_name");
        return new Caller("client:" + program.getName(), name == null ? program.getName() : name, permissions);
    }

    private Caller member(UUID account, Authentication authentication) {
        return people.ofAccount(account)
                .filter(person -> !rules.holdBack(person, authentication))
                .map(person -> new Caller(id(account), person.name(), person.rights(people.today())))
                .orElseGet(() -> stranger(account));
    }

    private Caller stranger(UUID account) {
        return support.open(Tenancy.require().id(), account)
                .map(access -> Caller.support(account, access.name()))
                .orElseGet(() -> withoutRights(account));
    }

    private Caller withoutRights(UUID account) {
        return accounts.byId(account)
                .map(known -> new Caller(id(account), known.name(), Set.of()))
                .orElse(Caller.ANONYMOUS);
    }

    private Caller ofPlatform(UUID account) {
        return accounts.byId(account)
                .map(known -> new Caller(
                        id(account), known.name(), known.operator() ? Set.of(Permission.OPERATOR) : Set.of()))
                .orElse(Caller.ANONYMOUS);
    }

    private static String id(UUID account) {
        return "account:" + account;
    }
}
