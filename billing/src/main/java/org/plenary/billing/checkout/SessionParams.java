package org.plenary.billing.checkout;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.Money;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.billing.stripe.StripeSettings;
import org.plenary.payments.PaymentRequest;
import org.plenary.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** Puts a payment into Stripe's words. The same payment always gives the same words, as its idempotency key demands. */
@Component
class SessionParams {
    private static final int NAME_LENGTH = 250;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final StripeSettings settings;

    SessionParams(StripeSettings settings) {
        this.settings = settings;
    }

    /** @throws ArithmeticException for an amount that Stripe cannot express */
    SessionCreateParams of(TenantId tenant, PaymentRow row, PaymentRequest request) {
        var session = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setUiMode(SessionCreateParams.UiMode.HOSTED_PAGE)
                .setClientReferenceId(row.id().toString())
                .setSuccessUrl(request.successUrl().toString())
                .setCancelUrl(request.cancelUrl().toString())
                .setExpiresAt(row.expiresAt().getEpochSecond())
                .setLocale(
                        request.locale().getLanguage().equals("zh")
                                ? SessionCreateParams.Locale.ZH
                                : SessionCreateParams.Locale.EN)
                .putMetadata("tenant", tenant.toString())
                .putMetadata("subject", row.subject().toString())
                .putMetadata("payment", row.id().toString())
                .setPaymentIntentData(intent(tenant, row));
        if (!request.payer().email().isBlank())
            session.setCustomerEmail(request.payer().email());
        lines(request).forEach(session::addLineItem);
        return session.build();
    }

    private SessionCreateParams.PaymentIntentData intent(TenantId tenant, PaymentRow row) {
        var intent = SessionCreateParams.PaymentIntentData.builder()
                .setDescription(row.reference())
                .putMetadata("tenant", tenant.toString())
                .putMetadata("subject", row.subject().toString())
                .putMetadata("payment", row.id().toString());
        var fee = applicationFee(row.amount());
        if (fee > 0) intent.setApplicationFeeAmount(fee);
        return intent.build();
    }

    private long applicationFee(Money amount) {
        return BigDecimal.valueOf(StripeMoney.units(amount))
                .multiply(settings.applicationFee())
                .divide(HUNDRED, 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** Stripe knows no negative lines: with a discount among them, the whole is one line. */
    private static List<LineItem> lines(PaymentRequest request) {
        var sum = request.lines().stream()
                .map(PaymentRequest.Line::total)
                .reduce(Money.zero(request.total().getCurrencyUnit()), Money::plus);
        var isPlain = !request.lines().isEmpty()
                && sum.equals(request.total())
                && request.lines().stream().noneMatch(line -> line.total().isNegative());
        if (!isPlain) return List.of(line(request.reference(), 1, request.total()));
        return request.lines().stream()
                .filter(line -> line.total().isPositive())
                .map(SessionParams::line)
                .toList();
    }

    private static LineItem line(PaymentRequest.Line line) {
        var isExact = line.unitPrice().multipliedBy(line.quantity()).equals(line.total());
        if (isExact) return line(line.description(), line.quantity(), line.unitPrice());
        return line(line.quantity() + " × " + line.description(), 1, line.total());
    }

    private static LineItem line(String name, long quantity, Money price) {
        var product = LineItem.PriceData.ProductData.builder()
                .setName(name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH) : name)
                .build();
        return LineItem.builder()
                .setQuantity(quantity)
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency(StripeMoney.code(price))
                        .setUnitAmount(StripeMoney.units(price))
                        .setProductData(product)
                        .build())
                .build();
    }
}
