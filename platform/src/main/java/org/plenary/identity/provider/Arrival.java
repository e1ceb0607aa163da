package org.plenary.identity.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.plenary.identity.account.Account;
import org.plenary.identity.session.SignedIn;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.identity.session.Via;
import org.plenary.identity.signin.FirstStep;
import org.plenary.identity.signin.PlatformLanding;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Leads on whom a provider has named: in, or to what they have yet to show. */
@Component
class Arrival {
    private final Linking linking;
    private final FirstStep firstStep;
    private final PlatformLanding landing;
    private final StoredSignIns signIns;
    private final Clock clock;

    Arrival(Linking linking, FirstStep firstStep, PlatformLanding landing, StoredSignIns signIns, Clock clock) {
        this.linking = linking;
        this.firstStep = firstStep;
        this.landing = landing;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Writes the answer. */
    void goOn(NamedPerson named, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, ProviderFailure {
        Pending.forget(request);
        switch (linking.find(named)) {
            case Linking.Outcome.Is(var account) -> letIn(account, named, request, response);
            case Linking.Outcome.SignsInOnce(var account) -> {
                new Pending(named, account.id(), null, clock.instant()).keep(request);
                response.sendRedirect("/login");
            }
            case Linking.Outcome.ShowsAddress() -> {
                new Pending(named, null, null, clock.instant()).keep(request);
                response.sendRedirect("/login/address");
            }
            case Linking.Outcome.Refused(var why) -> throw new ProviderFailure(why);
        }
    }

    /** Who has shown more already keeps it, and has shown this too. */
    private void letIn(Account account, NamedPerson named, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var before =
                SignedIn.whole(authentication).filter(each -> each.account().equals(account.id()));
        if (authentication != null && before.isPresent()) {
            if (named.entry() != null) signIns.cameBy(before.get().id(), named.entry());
            landing.onAuthenticationSuccess(request, response, authentication);
            return;
        }
        firstStep.done(account, via(named), request, response);
    }

    private static Via via(NamedPerson named) {
        return new Via(named.kind().name(), named.entry(), named.only());
    }
}
