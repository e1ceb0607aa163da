package org.plenary.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Somebody else's OpenID provider: Spring's authorization server as an application of its own, on its own port, with its own keys,
 * people and consent. It is told what to say of people, and what to say wrongly.
 */
public final class OpenIdProvider implements AutoCloseable {
    /** As what the whole platform is registered here; also the secret. */
    public static final String PLATFORM = "the-platform";

    private static final int PORT = freePort();
    private static final String PASSWORD = "known there alone";
    private static final Pattern STATE = Pattern.compile("name=\"state\"[^>]*value=\"([^\"]+)\"");

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private volatile Consumer<JwtClaimsSet.Builder> twist = claims -> {};

    private OpenIdProvider() {
        context.registerBean(OpenIdProvider.class, () -> this, definition -> definition.setDestroyMethodName(""));
        context.register(Parts.class);
        context.refresh();
    }

    static OpenIdProvider start() {
        return new OpenIdProvider();
    }

    public static String issuer() {
        return "http://127.0.0.1:" + PORT;
    }

    /** Not found by scanning, since it is no component: the platform must not have its parts. */
    @EnableWebSecurity
    static class Parts {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            var tomcat = new TomcatServletWebServerFactory(PORT);
            tomcat.setAddress(InetAddress.getLoopbackAddress());
            return tomcat;
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        @Order(1)
        SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(
                            errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain pages(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users(OpenIdProvider provider) {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .disabled(!provider.people.containsKey(name))
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    client(PLATFORM, List.of("http://localhost/not/used")).build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().issuer(issuer()).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(OpenIdProvider provider) {
            return token -> {
                if (!OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) return;
                var known = provider.people.get(token.getPrincipal().getName());
                known.forEach(token.getClaims()::claim);
                provider.twist.accept(token.getClaims());
            };
        }
    }

    private static RegisteredClient.Builder client(String id, List<String> back) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(all -> all.addAll(back))
                .scopes(all -> all.addAll(List.of("openid", "email", "profile")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build());
    }

    /** Registers, or registers anew, who may send people here; the secret is the id. */
    void register(String client, String... back) {
        context.getBean(RegisteredClientRepository.class)
                .save(client(client, List.of(back)).build());
    }

    /** Somebody who can sign in here, by this name as the subject. */
    void knows(String name, Map<String, Object> claims) {
        people.put(name, Map.copyOf(claims));
    }

    void knows(String name, String email, boolean verified) {
        knows(name, Map.of("email", email, "email_verified", verified));
    }

    /** Until it is told otherwise, its identity tokens are changed like this. */
    void twist(Consumer<JwtClaimsSet.Builder> change) {
        twist = change;
    }

    /** Signs in where the browser was sent to, and consents if that is asked; ends where it is sent back to. */
    Browser.View signIn(Browser browser, Browser.View page, String name) {
        var here = page;
        if (here.body().contains("name=\"username\""))
            here = browser.submit(here, "/login", Map.of("username", name, "password", PASSWORD));
        var state = STATE.matcher(here.body());
        if (!here.address().toString().startsWith(issuer()) || !state.find()) return here;
        var fields = new HashMap<String, List<String>>();
        fields.put("client_id", List.of(parameter(here, "client_id")));
        fields.put("state", List.of(state.group(1)));
        fields.put("scope", List.of("email", "profile"));
        return browser.submitAll(here, "/oauth2/authorize", fields);
    }

    private static String parameter(Browser.View page, String name) {
        var found =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        if (!found.find()) throw new AssertionError("no " + name + " in " + page.body());
        return found.group(1);
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
