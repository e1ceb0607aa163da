package org.plenary.identity.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plenary.identity.RateLimits;
import org.plenary.identity.apiclient.TokenOfHost;
import org.plenary.identity.limits.ApiLimit;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.kernel.web.ProblemWriter;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;

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
    SecurityFilterChain apiChain(
            HttpSecurity http, TokenOfHost tokens, RateLimits limits, LimitSettings settings, Environment environment)
            throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**", "/livez", "/readyz")
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
                                "/api/**",
                                "/actuator/health/**",
                                "/actuator/health",
                                "/actuator/info",
                                "/livez",
                                "/readyz")
                        .permitAll()
                        .requestMatchers(monitoring(environment))
                        .permitAll()
                        .anyRequest()
                        .hasAuthority("SCOPE_operator"))
                .build();
    }

    /** On a port of management alone, which no proxy passes on, whoever reaches it may read the figures. */
    private static RequestMatcher monitoring(Environment environment) {
        if (ManagementPortType.get(environment) != ManagementPortType.DIFFERENT) return request -> false;
        var port = environment.getRequiredProperty("management.server.port", Integer.class);
        return request ->
                request.getLocalPort() == port && request.getRequestURI().equals("/actuator/prometheus");
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
