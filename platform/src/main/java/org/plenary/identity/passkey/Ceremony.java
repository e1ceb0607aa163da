package org.plenary.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Urls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What passes between us and a browser to make a passkey or to use one. What we asked is kept in the session and counts for
 * one answer. The device must have made sure of its owner, by a finger, a face or a PIN: that makes a passkey two factors.
 */
@Component
class Ceremony {
    private static final Logger log = LoggerFactory.getLogger(Ceremony.class);
    private static final String NAME = "Plenary";
    private static final String MAKING = "plenary.passkey.making";
    private static final String ASKING = "plenary.passkey.asking";

    private final Webauthn4JRelyingPartyOperations party;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Ceremony(StoredPasskeys passkeys, PasskeyOwners owners, Urls urls) {
        var origin = urls.platform("");
        party = new Webauthn4JRelyingPartyOperations(
                owners,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(origin.getHost())
                        .name(NAME)
                        .build(),
                Set.of(origin.toString()));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    private record Making(String name, PublicKeyCredentialCreationOptions options) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** @return what the browser is to make a key for, as JSON */
    String make(Authentication owner, String name, HttpServletRequest request) {
        var options = party.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
        request.getSession().setAttribute(MAKING, new Making(name, options));
        return json.writeValueAsString(options);
    }

    /** @return whether the answer was right; the key is kept then */
    boolean made(String credential, HttpServletRequest request) {
        if (!(take(MAKING, request) instanceof Making making)) return false;
        try {
            var answer = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            party.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    making.options(), new RelyingPartyPublicKey(answer, making.name())));
            return true;
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // the parts that read and check the answer have no exception in common
            log.info("passkey not made: {}", e.toString());
            return false;
        }
    }

    /** @return what the browser is to sign, with any key that it has for us, as JSON */
    String ask(HttpServletRequest request) {
        var options = party.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        request.getSession().setAttribute(ASKING, options);
        return json.writeValueAsString(options);
    }

    /** Whose key signed what we asked. */
    Optional<UUID> answered(String credential, HttpServletRequest request) {
        if (!(take(ASKING, request) instanceof PublicKeyCredentialRequestOptions options)) return Optional.empty();
        try {
            var answer = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = party.authenticate(new RelyingPartyAuthenticationRequest(options, answer));
            return Optional.of(StoredPasskeys.account(owner.getId()));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.info("passkey refused: {}", e.toString());
            return Optional.empty();
        }
    }

    private static @Nullable Object take(String key, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return null;
        var kept = session.getAttribute(key);
        session.removeAttribute(key);
        return kept;
    }
}
