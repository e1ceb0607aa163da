package org.plenary.billing.stripe;

import com.stripe.model.Dispute;
import com.stripe.model.File;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.FileCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

/** Payments that the payer's bank wants back (docs.stripe.com/api/disputes). */
@Component
public class StripeDisputes {
    private final StripeCalls calls;

    StripeDisputes(StripeCalls calls) {
        this.calls = calls;
    }

    public Dispute dispute(String account, String id) {
        return calls.call(stripe -> stripe.v1().disputes().retrieve(id, StripeCalls.reading(account)));
    }

    public Dispute answer(String account, String id, DisputeUpdateParams params, String key) {
        return calls.call(stripe -> stripe.v1().disputes().update(id, params, StripeCalls.changing(account, key)));
    }

    /** A file that speaks for a payment; what is in it Stripe does not give back. */
    public File file(String account, String id) {
        return calls.call(stripe -> stripe.v1().files().retrieve(id, StripeCalls.reading(account)));
    }

    /** Keeps a file that speaks for a payment. @param name without folders @return its id */
    public String upload(String account, String name, byte[] content, String key) {
        // only of a file on the disk the library says the name
        try {
            var folder = Files.createTempDirectory("evidence");
            var file = folder.resolve(name);
            try {
                Files.write(file, content);
                var params = FileCreateParams.builder()
                        .setPurpose(FileCreateParams.Purpose.DISPUTE_EVIDENCE)
                        .setFile(file.toFile())
                        .build();
                return calls.call(stripe -> stripe.v1().files().create(params, StripeCalls.changing(account, key)))
                        .getId();
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Dispute close(String account, String id, String key) {
        return calls.call(stripe -> stripe.v1().disputes().close(id, StripeCalls.changing(account, key)));
    }
}
