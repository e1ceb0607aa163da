package org.plenary.identity.security;

import org.plenary.identity.IdentitySettings;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.identity.signin.PasswordSignIn;
import org.plenary.identity.signin.PlatformLanding;
import org.plenary.identity.signin.PlatformSignOut;
import org.plenary.identity.signin.TenantSignIn;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

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

    @Bean
    @Order(4)
    SecurityFilterChain tenantPages(HttpSecurity http, TenantSignIn signIn, PlatformSignOut signOut) throws Exception {
        return pages(http)
                .securityMatcher(request -> Tenancy.current().isPresent())
                .oauth2Login(signIn)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(signIn::begin).accessDeniedHandler(signIn::denied))
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain platformPages(HttpSecurity http, PasswordSignIn passwords, PlatformLanding landing)
            throws Exception {
        return pages(http)
                .authenticationProvider(passwords)
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("email")
                        .successHandler(landing)
                        .failureHandler(passwords::failed))
                .logout(logout -> logout.logoutSuccessUrl("/signed-out"))
                .build();
    }

    private HttpSecurity pages(HttpSecurity http) throws Exception {
        return http.headers(headers)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    /** In a cookie and not in the session, so that a form for everybody needs no session. */
    private CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(urls.isSecure() ? "__Host-csrf" : "plenary-csrf");
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.secure(urls.isSecure()).httpOnly(true).sameSite("Lax"));
        return repository;
    }
}
