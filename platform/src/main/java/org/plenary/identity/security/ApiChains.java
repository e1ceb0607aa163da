package org.plenary.identity.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plenary.identity.RateLimits;
import org.plenary.identity.apiclient.TokenOfHost;
import org.plenary.identity.limits.ApiLimit;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.kernel.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** What programs call: a token or nothing, never a session, so there is nothing to forge across sites. */
@Configuration(proxyBeanMethods = false)
class ApiChains {
    private final ProblemWriter problems;
    private final PageHeaders headers;

    ApiChains(ProblemWriter problems, PageHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(HttpSecurity http, TokenOfHost tokens, RateLimits limits, LimitSettings settings)
            throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**")
                .headers(headers)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(tokens))
                        .authenticationEntryPoint((request, response, e) -> unauthorized(response))
                        .accessDeniedHandler((request, response, e) -> forbidden(response)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint((request, response, e) -> unauthorized(response))
                                .accessDeniedHandler((request, response, e) -> forbidden(response)))
                .addFilterAfter(new ApiLimit(limits, settings, problems), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/**", "/actuator/health/**", "/actuator/health", "/actuator/info")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority("SCOPE_operator"))
                .build();
    }

    private void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(
                response, HttpStatus.UNAUTHORIZED, "unauthorized", "The access token is missing or not valid here.");
    }

    private void forbidden(HttpServletResponse response) throws IOException {
        problems.write(response, HttpStatus.FORBIDDEN, "forbidden", "You may not do this.");
    }

    /** Whoever calls these proves who they are by a signature over the body. */
    @Bean
    @Order(3)
    SecurityFilterChain webhookChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/webhooks/**")
                .headers(headers)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
