package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.payments.PaymentRequest;

class CancellationTests {
    private static final UUID ADA = Ids.next();
    private static final UUID GRACE = Ids.next();
    private static final OrderLines.Line ADAS_FEE = line("fee", "100.00", "19", ADA, false);
    private static final OrderLines.Line ADAS_DINNER = line("option", "50.00", "19", ADA, false);
    private static final OrderLines.Line GRACES_FEE = line("fee", "100.00", "19", GRACE, false);
    private static final OrderLines.Line TOUR = line("tour", "30.00", "7", null, false);
    private static final OrderLines.Line GONE = line("tour", "20.00", "7", null, true);
    private static final List<OrderLines.Line> ALL = List.of(ADAS_FEE, ADAS_DINNER, GRACES_FEE, TOUR, GONE);

    @Test
    void aDelegatesOptionsGoWithTheFee() {
        var cancellation = of("0", "0", ADAS_FEE.id());

        assertThat(cancellation.lines()).containsExactly(ADAS_FEE, ADAS_DINNER);
        assertThat(cancellation.delegates()).containsExactly(ADA);
        assertThat(cancellation.unpicked()).isEmpty();
        assertThat(cancellation.whole()).isFalse();
        assertThat(cancellation.refund(null)).isEqualTo(eur("150.00"));
    }

    @Test
    void whatIsKeptOfALoweredPriceIsTaxedAsWhatWasSold() {
        var cheaper = sold("60.00", "7");

        var kept = CreditLines.kept(List.of(ADAS_FEE), List.of(cheaper), eur("10.00"));

        assertThat(kept).containsExactly(Map.entry(new BigDecimal("19"), eur("10.00")));
    }

    @Test
    void whatIsKeptOfSeveralRatesHasAShareOfEachThatFalls() {
        var rest = List.of(sold("70.00", "19.0"));

        // the fee falls by 30.00 and the tour by 30.00
        var kept = CreditLines.kept(List.of(ADAS_FEE, TOUR), rest, eur("15.01"));

        assertThat(kept)
                .containsOnly(
                        Map.entry(new BigDecimal("7"), eur("7.50")), Map.entry(new BigDecimal("19"), eur("7.51")));
    }

    private static Quote.Line sold(String total, String tax) {
        return new Quote.Line(Ids.next(), "fee", "fee", 1, eur(total), eur(total), new BigDecimal(tax), List.of(), ADA);
    }

    @Test
    void anOptionGoesAlone() {
        var cancellation = of("0", "0", ADAS_DINNER.id());

        assertThat(cancellation.lines()).containsExactly(ADAS_DINNER);
        assertThat(cancellation.delegates()).isEmpty();
        assertThat(cancellation.unpicked()).containsExactly(ADAS_DINNER);
    }

    @Test
    void allThatIsLeftIsTheWholeOrder() {
        assertThat(Cancellation.of(order("0", "0"), ALL, null, LinePolicies.of(100))
                        .whole())
                .isTrue();
        assertThat(of("0", "0", ADAS_FEE.id(), GRACES_FEE.id(), TOUR.id()).whole())
                .isTrue();
    }

    @Test
    void neverMoreGoesBackThanIsLeftOfWhatWasPaid() {
        assertThat(of("20.00", "20.00", TOUR.id()).most()).isEqualTo(eur("30.00"));
        // what a cancellation promised counts before the money has moved
        assertThat(of("0", "290.00", TOUR.id()).most()).isEqualTo(eur("10.00"));
        // so does what went back at the provider's own desk
        assertThat(of("300.00", "20.00", TOUR.id()).most()).isEqualTo(eur("0.00"));
    }

    @Test
    void aRefundIsFromNothingToWhatTheLinesCost() {
        var cancellation = of("0", "0", TOUR.id());

        assertThat(cancellation.refund(eur("0.00"))).isEqualTo(eur("0.00"));
        assertThat(cancellation.refund(eur("12.50"))).isEqualTo(eur("12.50"));
        for (var wrong : List.of(eur("30.01"), eur("-1.00"), Money.parse("USD 10.00")))
            assertThatThrownBy(() -> cancellation.refund(wrong)).isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    void nothingGoesBackByPolicyOnceTheConferenceHasStarted() {
        var late = Cancellation.of(order("0", "0"), ALL, List.of(TOUR.id()), LinePolicies.of(0));

        assertThat(late.refund(null)).isEqualTo(eur("0.00"));
        assertThat(late.refund(eur("30.00"))).isEqualTo(eur("30.00"));
    }

    @Test
    void linesThatAreNotThereOrGoneAreNamed() {
        assertThatThrownBy(() -> of("0", "0", TOUR.id(), Ids.next()))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.violations().getFirst().pointer())
                                .isEqualTo("/lines/1"));
        assertThatThrownBy(() -> of("0", "0", GONE.id()))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.code()).isEqualTo("line_cancelled"));
    }

    @Test
    void aCreditNoteListsTheLinesAndWhatIsKeptOfEachTaxRate() {
        var credit = CreditLines.of(List.of(ADAS_FEE, TOUR), eur("100.00"), "Cancellation fee");

        assertThat(credit)
                .extracting(PaymentRequest.Line::total)
                .containsExactly(eur("100.00"), eur("30.00"), eur("-6.92"), eur("-23.08"));
        assertThat(credit).extracting(line -> line.taxRate().intValue()).containsExactly(19, 7, 7, 19);
        assertThat(CreditLines.of(List.of(ADAS_FEE, TOUR), eur("130.00"), "Cancellation fee"))
                .hasSize(2);
        for (var amount : List.of("129.99", "100.00", "33.33", "0.01"))
            assertThat(CreditLines.of(List.of(ADAS_FEE, TOUR), eur(amount), "Cancellation fee").stream()
                            .map(PaymentRequest.Line::total)
                            .reduce(Money::plus))
                    .hasValue(eur(amount));
    }

    private static Cancellation of(String refunded, String returning, UUID... lines) {
        return Cancellation.of(order(refunded, returning), ALL, List.of(lines), LinePolicies.of(100));
    }

    private static OrderRow order(String refunded, String returning) {
        return new OrderRow(
                Ids.next(),
                Ids.next(),
                "ABCDEF",
                List.of(),
                OrderStatus.CONFIRMED,
                new Contact("Ada", "ada@example.org", "GB"),
                Locale.ENGLISH,
                eur("300.00"),
                eur(refunded),
                eur(returning),
                eur("0"),
                eur("0"),
                List.of(),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                false,
                0);
    }

    private static OrderLines.Line line(
            String kind, String total, String tax, @Nullable UUID delegate, boolean isCancelled) {
        return new OrderLines.Line(
                Ids.next(),
                kind,
                kind,
                1,
                eur(total),
                eur(total),
                new BigDecimal(tax),
                delegate,
                Map.of(),
                null,
                null,
                null,
                isCancelled,
                false);
    }

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
