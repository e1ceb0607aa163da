package org.plenary.identity.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.identity.provider.ProviderFailure.Why;
import org.plenary.identity.session.SignedIn;
import org.plenary.identity.signin.SignInTarget;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * To a provider and back. Going there is a link and no form: browsers hold the policy for forms against each redirect that follows,
 * and providers are anywhere.
 */
@Controller
@PlatformHost
@Public
@RequestMapping("/login/with/{registration}")
class ProviderSignInPages {
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private final Registrations registrations;
    private final SignInTarget target;
    private final ProviderExchange exchange;
    private final Arrival arrival;
    private final Surroundings surroundings;

    ProviderSignInPages(
            Registrations registrations,
            SignInTarget target,
            ProviderExchange exchange,
            Arrival arrival,
            Surroundings surroundings) {
        this.registrations = registrations;
        this.target = target;
        this.exchange = exchange;
        this.arrival = arrival;
        this.surroundings = surroundings;
    }

    /** What the pages need besides. */
    @Component
    record Surroundings(
            Linking linking, RateLimits limits, LimitSettings settings, MessageSource messages, Clock clock) {}

    /** Each begins a session, and has us call the provider, so an address gets so many. */
    @GetMapping
    @Nullable
    ModelAndView begin(@PathVariable String registration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        surroundings
                .limits()
                .take(
                        "provider:" + Address.network(request.getRemoteAddr()),
                        surroundings.settings().signInsOfAddress(),
                        PERIOD);
        try {
            response.sendRedirect(exchange.begin(require(registration, request), request, response));
            return null;
        } catch (ProviderFailure e) {
            return failed(e.why(), request);
        }
    }

    private Registration require(String key, HttpServletRequest request) throws ProviderFailure {
        return registrations
                .find(key, target.of(request).orElse(null))
                .orElseThrow(() -> new ProviderFailure(Why.NOT_OFFERED));
    }

    @GetMapping("/answer")
    @Nullable
    ModelAndView end(
            @PathVariable String registration, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            var found = require(registration, request);
            var named = exchange.end(found, request, response);
            var signedIn = SignedIn.whole(SecurityContextHolder.getContext().getAuthentication());
            var now = surroundings.clock().instant();
            if (signedIn.isPresent() && IdentityWish.take(signedIn.get(), registration, request, now)) {
                surroundings
                        .linking()
                        .link(signedIn.get().account(), signedIn.get().id(), named);
                return linked(found, locale, request);
            }
            arrival.goOn(named, request, response);
            return null;
        } catch (ProviderFailure e) {
            return failed(e.why(), request);
        }
    }

    private ModelAndView linked(Registration found, Locale locale, HttpServletRequest request) {
        var text = surroundings.messages().getMessage("identity.identities.added", new Object[] {found.name()}, locale);
        RequestContextUtils.getOutputFlashMap(request).put("flash", Flash.success(text));
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView failed(Why why, HttpServletRequest request) {
        return page(why)
                .addObject("organization", target.of(request).map(Tenant::name).orElse(null));
    }

    static ModelAndView page(Why why) {
        var status = why == Why.AWAY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("identity/provider-failed", status).addObject("why", why.code());
    }
}
