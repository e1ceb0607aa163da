package org.plenary.billing.dispute;

import com.stripe.param.DisputeUpdateParams;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.plenary.billing.stripe.StripeDisputes;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/** Files that speak for a payment beside the organizer's words: one of each kind, and Stripe keeps them, not we. */
@Component
class EvidenceFiles {
    /** Stripe takes so much in all for one dispute (docs.stripe.com/disputes/responding). */
    private static final int MOST_BYTES = 4_500_000;

    private final StripeDisputes stripe;
    private final DisputeRows rows;

    EvidenceFiles(StripeDisputes stripe, DisputeRows rows) {
        this.stripe = stripe;
        this.rows = rows;
    }

    enum Kind {
        COMMUNICATION,
        SERVICE,
        OTHER;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param name that the organizer's file has, for whoever reads it at the bank */
    record Sent(String name, byte[] content) {
        /** Not the folders before it, nor what would end the name on its way. */
        private static final Pattern UNFIT = Pattern.compile("^.*[/\\\\]|[\\p{Cntrl}\"]", Pattern.DOTALL);

        private static final int LONGEST_NAME = 80;

        Sent {
            var plain = UNFIT.matcher(name).replaceAll("").strip();
            var end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
            name = end.replace(".", "").isEmpty() ? "evidence" : end;
        }
    }

    /** What is wrong with which: {@code kind}, or {@code size} of all together. Empty when they can be sent. */
    static Map<Kind, String> wrong(Map<Kind, Sent> files) {
        var wrong = new EnumMap<Kind, String>(Kind.class);
        var bytes = 0L;
        for (var file : files.entrySet()) {
            var content = file.getValue().content();
            bytes += content.length;
            if (!isKnown(content)) wrong.put(file.getKey(), "kind");
            else if (bytes > MOST_BYTES) wrong.put(file.getKey(), "size");
        }
        return wrong;
    }

    /** A PDF, a PNG or a JPEG by its first bytes, whatever it is called. */
    private static boolean isKnown(byte[] content) {
        var start = new String(content, 0, Math.min(4, content.length), StandardCharsets.ISO_8859_1);
        return start.equals("%PDF") || start.equals("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff");
    }

    /**
     * Puts them beside the dispute at Stripe, where they wait for the answer. Repeats safely.
     *
     * @throws Problem.Conflict {@code dispute_answered}
     */
    void stage(UUID id, Map<Kind, Sent> files) {
        if (files.isEmpty()) return;
        var row = rows.find(id).orElseThrow(() -> new Problem.NotFound("This dispute"));
        if (!row.isAnswerable())
            throw new Problem.Conflict("dispute_answered", "This dispute was answered already, or its time is over.");
        var evidence = DisputeUpdateParams.Evidence.builder();
        var all = new StringBuilder();
        files.forEach((kind, sent) -> {
            var digest = digest((sent.name() + "\n").getBytes(StandardCharsets.UTF_8), sent.content());
            all.append(kind).append(digest);
            var file = stripe.upload(
                    row.account(), sent.name(), sent.content(), "evidence:" + row.id() + ":" + kind + ":" + digest);
            switch (kind) {
                case COMMUNICATION -> evidence.setCustomerCommunication(file);
                case SERVICE -> evidence.setServiceDocumentation(file);
                case OTHER -> evidence.setUncategorizedFile(file);
            }
        });
        var params = DisputeUpdateParams.builder()
                .setEvidence(evidence.build())
                .setSubmit(false)
                .build();
        var key = "staged:" + row.id() + ":" + digest(all.toString().getBytes(StandardCharsets.UTF_8));
        var unused = stripe.answer(row.account(), row.stripeId(), params, key);
    }

    private static String digest(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
