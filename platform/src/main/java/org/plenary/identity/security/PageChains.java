package org.plenary.identity.security;

import org.plenary.identity.IdentitySettings;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.identity.session.EndedSignIn;
import org.plenary.identity.signin.PlatformSignOut;
import org.plenary.identity.signin.TenantSignIn;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** What browsers open: a session cookie for those who sign in, and a token in every form, for everybody. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PageSettings.class, IdentitySettings.class, LimitSettings.class})
class PageChains {
    private final PageHeaders headers;
    private final Urls urls;

    PageChains(PageHeaders headers, Urls urls) {
        this.headers = headers;
        this.urls = urls;
    }

    /** To time each filter of each request takes longer than most of them do. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(4)
    SecurityFilterChain tenantPages(
            HttpSecurity http,
            TenantSignIn signIn,
            PlatformSignOut signOut,
            EndedSignIn ended,
            CsrfTokenRepository tokens)
            throws Exception {
        return pages(http, tokens)
                .securityMatcher(request -> Tenancy.current().isPresent())
                .oauth2Login(signIn)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(signIn::begin).accessDeniedHandler(signIn::denied))
                .logout(logout -> logout.addLogoutHandler(ended).logoutSuccessHandler(signOut))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain platformPages(HttpSecurity http, EndedSignIn ended, CsrfTokenRepository tokens)
            throws Exception {
        return pages(http, tokens)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .logout(logout -> logout.addLogoutHandler(ended).logoutSuccessUrl("/signed-out"))
                .build();
    }

    private HttpSecurity pages(HttpSecurity http, CsrfTokenRepository tokens) throws Exception {
        return http.headers(headers)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    /** In a cookie and not in the session, so that a form for everybody needs no session. */
    @Bean
    CsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(urls.isSecure() ? "__Host-csrf" : "plenary-csrf");
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.secure(urls.isSecure()).httpOnly(true).sameSite("Lax"));
        return repository;
    }
}
