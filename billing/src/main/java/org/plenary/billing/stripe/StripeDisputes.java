package org.plenary.billing.stripe;

import com.stripe.model.Dispute;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.FileCreateParams;
import java.io.ByteArrayInputStream;
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

    /** Keeps a file that speaks for a payment. @return its id */
    public String upload(String account, byte[] content, String key) {
        var params = FileCreateParams.builder()
                .setPurpose(FileCreateParams.Purpose.DISPUTE_EVIDENCE)
                .setFile(new ByteArrayInputStream(content))
                .build();
        return calls.call(stripe -> stripe.v1().files().create(params, StripeCalls.changing(account, key)))
                .getId();
    }

    public Dispute close(String account, String id, String key) {
        return calls.call(stripe -> stripe.v1().disputes().close(id, StripeCalls.changing(account, key)));
    }
}
