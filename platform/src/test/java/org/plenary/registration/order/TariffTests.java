package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plenary.registration.order.TariffSamples.conference;
import static org.plenary.registration.order.TariffSamples.eur;
import static org.plenary.registration.order.TariffSamples.fee;
import static org.plenary.registration.order.TariffSamples.tariff;
import static org.plenary.registration.order.TariffSamples.voucher;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenary.conference.CutOff;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.voucher.VoucherTerms.Effect;

class TariffTests {
    private static final Instant BEFORE = Instant.parse("2027-06-09T15:59:59Z");
    private static final Instant AFTER = Instant.parse("2027-06-09T16:00:00Z");
    private static final CutOff CUT_OFF = new CutOff(LocalDate.of(2027, 6, 9), false, false);

    private final Violations found = new Violations();

    @Test
    void aFeeIsSoldUntilTheLastSecondBeforeTheCutOff() {
        var fee = fee("regular", eur("100.00"));
        var tariff = tariff(conference(CUT_OFF), BEFORE, found, "", List.of(), fee);

        assertThat(tariff.fee("/delegates/0/fee", "regular")).isNotNull();
        tariff.requireOpen();
        assertThat(tariff.price(fee, "/delegates/0/fee").price()).isEqualTo(eur("100.00"));
    }

    @Test
    void afterTheCutOffAFeeWithoutAnOnSitePriceIsClosed() {
        var tariff = tariff(conference(CUT_OFF), AFTER, found, "", List.of(), fee("regular", eur("100.00")));

        assertThat(tariff.fee("/delegates/0/fee", "regular")).isNull();
        var closed = catchThrowableOfType(Problem.Conflict.class, tariff::requireOpen);
        assertThat(closed.violations()).extracting(Violation::pointer).containsExactly("/delegates/0/fee");
        assertThat(closed.code()).isEqualTo("fee_closed");
    }

    @Test
    void afterTheCutOffAFeeCostsItsOnSitePrice() {
        var fee = fee("regular", eur("100.00"), eur("150.00"), Fee.Terms.PLAIN, "0");
        var tariff = tariff(conference(CUT_OFF), AFTER, found, "", List.of(), fee);

        assertThat(tariff.fee("/delegates/0/fee", "regular")).isNotNull();
        assertThat(tariff.price(fee, "/delegates/0/fee").price()).isEqualTo(eur("150.00"));
    }

    @Test
    void aVoucherIsUsedAsOftenAsItIsLeftAndItsUsesAreTaken() {
        var fee = fee("regular", eur("100.00"));
        var voucher = voucher("SPRING", Effect.PERCENT, null, new BigDecimal("25"), Set.of());
        var tariff = tariff(
                conference(null),
                BEFORE,
                found,
                "spring",
                List.of(new Tariff.Usable(voucher, 1, "ada@example.org")),
                fee,
                fee);

        var first = tariff.price(fee, "/delegates/0/fee");
        var second = tariff.price(fee, "/delegates/1/fee");
        tariff.requireUsed();

        assertThat(first.price()).isEqualTo(eur("75.00"));
        assertThat(first.listed()).isEqualTo(eur("100.00"));
        assertThat(first.takes()).extracting("key").containsExactly("voucher:" + voucher.id(), "fee:regular");
        assertThat(second.price()).isEqualTo(eur("100.00"));
        assertThat(found.isEmpty()).isTrue();
    }

    @Test
    void aVoucherThatDoesNothingIsNamedAtTheCode() {
        var fee = fee("regular", eur("100.00"));
        var other = voucher("OTHER", Effect.FREE, null, null, Set.of("student"));
        var spent = voucher("SPENT", Effect.FREE, null, null, Set.of());
        var tariff = tariff(
                conference(null),
                BEFORE,
                found,
                "OTHER SPENT",
                List.of(new Tariff.Usable(other, 1, null), new Tariff.Usable(spent, 0, null)),
                fee);

        tariff.price(fee, "/delegates/0/fee");
        tariff.requireUsed();

        assertThat(found.list()).extracting(Violation::code).containsExactly("voucher_not_for_fee", "voucher_used_up");
        assertThat(found.list()).extracting(Violation::pointer).containsOnly("/code");
    }

    @Test
    void taxIsAddedLastWhenThePriceDoesNotContainIt() {
        var terms = new Fee.Terms(false, null, false, Set.of(), new Fee.GroupDiscount(2, BigDecimal.TEN));
        var fee = fee("regular", eur("100.00"), null, terms, "19");
        var one = tariff(conference(null), BEFORE, found, "", List.of(), fee);
        var two = tariff(conference(null), BEFORE, found, "", List.of(), fee, fee);

        assertThat(one.price(fee, "/delegates/0/fee").price()).isEqualTo(eur("119.00"));
        assertThat(two.price(fee, "/delegates/0/fee").price()).isEqualTo(eur("107.10"));
        assertThat(two.price(fee, "/delegates/1/fee").listed()).isEqualTo(eur("119.00"));
    }

    @Test
    void aFeeWithACodeOpensWithAVoucherForIt() {
        var fee = TariffSamples.closedFee("member", eur("50.00"), "MEMBER 27");
        var voucher = voucher("OPENS", Effect.AMOUNT, eur("70.00"), null, Set.of("member"));

        var closed = tariff(conference(null), BEFORE, found, "", List.of(), fee);
        closed.fee("/delegates/0/fee", "member");
        assertThat(found.list()).extracting(Violation::code).containsExactly("code_required");
        var usable = List.of(new Tariff.Usable(voucher, 9, null));
        var opened = tariff(conference(null), BEFORE, new Violations(), "OPENS", usable, fee);
        assertThat(opened.fee("/delegates/0/fee", "member")).isNotNull();
        assertThat(opened.price(fee, "/delegates/0/fee").price()).isEqualTo(eur("0.00"));
        var typed = new Violations();
        var blank = tariff(conference(null), BEFORE, typed, "MEMBER 27", List.of(), fee);
        blank.requireKnown(List.of("MEMBER", "27"), List.of());
        assertThat(blank.fee("/delegates/0/fee", "member")).isNotNull();
        assertThat(typed.isEmpty()).isTrue();
    }

    @Test
    void aCodeThatOpensNothingIsNamed() {
        var tariff = tariff(conference(null), BEFORE, found, "NOTHING", List.of(), fee("regular", eur("100.00")));

        tariff.requireKnown(List.of("NOTHING"), List.of());

        assertThat(found.list()).extracting(Violation::code).containsExactly("unknown_code");
    }
}
