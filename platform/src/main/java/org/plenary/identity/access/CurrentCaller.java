package org.plenary.identity.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.identity.Caller;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.person.People;
import org.plenary.identity.person.SecondFactorRules;
import org.plenary.identity.support.StoredSupport;
import org.plenary.tenancy.Tenancy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The caller of the current request. What an account may do is read from the database in each request, so a role that was
 * taken away ends at once.
 */
@Component
class CurrentCaller implements Callers {
    private static final String KEY = CurrentCaller.class.getName();

    private final StoredAccounts accounts;
    private final People people;
    private final SecondFactorRules rules;
    private final StoredSupport support;

    CurrentCaller(StoredAccounts accounts, People people, SecondFactorRules rules, StoredSupport support) {
        this.accounts = accounts;
        this.people = people;
        this.rules = rules;
        this.support = support;
    }

    /** Remembered with its cause, because signing in changes the caller in the middle of a request. */
    private record Known(Authentication authentication, Caller caller) {}

    @Override
    public Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) return Caller.ANONYMOUS;
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) return of(authentication);
        if (request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST) instanceof Known known
                && known.authentication().equals(authentication)) return known.caller();
        var caller = of(authentication);
        request.setAttribute(KEY, new Known(authentication, caller), RequestAttributes.SCOPE_REQUEST);
        return caller;
    }

    private Caller of(Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken program) return program(program);
        var account = UUID.fromString(authentication.getName());
        return Tenancy.current().isPresent() ? member(account, authentication) : ofPlatform(account);
    }

    private static Caller program(JwtAuthenticationToken program) {
        var permissions = EnumSet.noneOf(Permission.class);
        var scopes = program.getToken().getClaimAsStringList("scope");
        if (scopes != null)
            scopes.stream().map(Permission::ofScope).flatMap(Optional::stream).forEach(permissions::add);
        if (Tenancy.current().isPresent()) permissions.remove(Permission.OPERATOR);
        var name = program.getToken().getClaimAsString("client_name");
        return new Caller("client:" + program.getName(), name == null ? program.getName() : name, permissions);
    }

    private Caller member(UUID account, Authentication authentication) {
        return people.memberOf(account)
                .filter(member -> !rules.holdsBack(member, authentication))
                .map(People.Member::person)
                .map(person ->
                        new Caller(id(account), person.name(), person.role().permissions()))
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
