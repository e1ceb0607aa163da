package org.plenary.billing.webhook;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeSettings;
import org.plenary.identity.Public;
import org.plenary.tenancy.PlatformHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe tells what happened. Only the signature is looked at here; the work is done later. */
@RestController
@PlatformHost
@RequestMapping("/webhooks/stripe")
class WebhooksApi {
    private static final Logger LOG = LoggerFactory.getLogger(WebhooksApi.class);
    private static final int MAXIMUM_BYTES = 512 * 1024;
    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern TIME = Pattern.compile("(?:^|,)\\s*t=(\\d{1,12})(?:,|$)");

    private final StripeSettings settings;
    private final StripeInbox inbox;
    private final Clock clock;

    WebhooksApi(StripeSettings settings, StripeInbox inbox, Clock clock) {
        this.settings = settings;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Public
    @PostMapping("/connect")
    ResponseEntity<Void> connect(
            HttpServletRequest request,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature)
            throws IOException {
        return receive("connect", request, signature, settings.connectWebhookSecret());
    }

    @Public
    @PostMapping("/platform")
    ResponseEntity<Void> platform(
            HttpServletRequest request,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature)
            throws IOException {
        return receive("platform", request, signature, settings.platformWebhookSecret());
    }

    private ResponseEntity<Void> receive(
            String endpoint, HttpServletRequest request, @Nullable String signature, List<String> secrets)
            throws IOException {
        var body = request.getInputStream().readNBytes(MAXIMUM_BYTES + 1);
        if (body.length > MAXIMUM_BYTES)
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        var text = new String(body, StandardCharsets.UTF_8);
        var event = isSigned(text, signature, secrets) ? StripeEvent.read(text) : null;
        if (event == null) {
            LOG.warn("an event for {} has no valid signature", endpoint);
            return ResponseEntity.badRequest().build();
        }
        inbox.keep(new StripeInbox.Message(
                endpoint, event.id(), event.account(), event.type(), event.object(), event.livemode()));
        return ResponseEntity.ok().build();
    }

    /** While a secret is replaced, the new one and the former one are both good. */
    private boolean isSigned(String body, @Nullable String signature, List<String> secrets) {
        if (signature == null || isAhead(signature)) return false;
        return secrets.stream()
                .filter(secret -> !secret.isBlank())
                .anyMatch(secret -> isSigned(body, signature, secret));
    }

    private boolean isSigned(String body, String signature, String secret) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret.strip(), TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException e) {
            return false;
        }
    }

    /** Stripe's library takes signatures of the future; we do not. */
    private boolean isAhead(String signature) {
        var time = TIME.matcher(signature);
        return time.find() && Long.parseLong(time.group(1)) > clock.instant().getEpochSecond() + TOLERANCE_SECONDS;
    }
}
