package org.plenary.registration.order;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.payments.CardAmounts;

/**
 * What a cancellation takes out of a confirmed order, and what may go back for it. Worked out under the order's lock when
 * it is done, and shown before.
 *
 * @param lines that go; a delegate's options go with the fee
 * @param whole whether nothing is left of the order
 * @param most that may go back: what these lines cost, and never more than is left of what was paid
 * @param byPolicy what goes back when nobody says otherwise
 */
record Cancellation(List<OrderLines.Line> lines, boolean whole, Money most, Money byPolicy) {

    private static final int HUNDRED = 100;

    /**
     * @param wanted ids of lines; null for all that are left
     * @param policies what goes back
     * @throws Problem.InvalidInput {@code unknown_line}
     * @throws Problem.Conflict {@code line_cancelled} naming each that is cancelled already
     */
    static Cancellation of(
            OrderRow order, List<OrderLines.Line> all, @Nullable List<UUID> wanted, LinePolicies policies) {
        if (wanted != null) check(all, wanted);
        var live = all.stream()
                .filter(line -> !line.isCancelled() && !line.isKept())
                .toList();
        var gone = wanted == null ? live : chosen(live, withCompanions(wanted, policies));
        var worth = gone.stream()
                .map(OrderLines.Line::total)
                .reduce(Money.zero(order.total().getCurrencyUnit()), Money::plus);
        var left = order.leftOfPaid();
        var most = least(worth, left);
        return new Cancellation(gone, gone.size() == live.size(), most, least(byPolicy(gone, policies), most));
    }

    private static Set<UUID> withCompanions(List<UUID> wanted, LinePolicies policies) {
        var all = new HashSet<>(wanted);
        policies.companions().forEach((line, with) -> {
            if (wanted.contains(with)) all.add(line);
        });
        return all;
    }

    /** Lines by the conference's policy together, those with one of their own each by that. */
    private static Money byPolicy(List<OrderLines.Line> gone, LinePolicies policies) {
        var common = gone.stream()
                .filter(line -> !policies.own().containsKey(line.id()))
                .map(OrderLines.Line::total)
                .reduce(Money::plus)
                .map(worth -> share(worth, policies.percent()));
        var own = gone.stream()
                .filter(line -> policies.own().containsKey(line.id()))
                .map(line -> share(line.total(), policies.own().getOrDefault(line.id(), 0)))
                .reduce(Money::plus);
        if (common.isEmpty()) return own.orElseThrow(() -> new IllegalStateException("nothing is cancelled"));
        return own.map(common.get()::plus).orElse(common.get());
    }

    /** What a policy gives back, rounded down to what a card can be paid. */
    static Money share(Money worth, int percent) {
        return CardAmounts.rounded(
                worth.multipliedBy(percent).dividedBy(HUNDRED, RoundingMode.DOWN), RoundingMode.DOWN);
    }

    private static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    private static void check(List<OrderLines.Line> all, List<UUID> wanted) {
        var unknown = new Violations();
        var cancelled = new Violations();
        for (var i = 0; i < wanted.size(); i++) {
            var id = wanted.get(i);
            var line = all.stream().filter(each -> each.id().equals(id)).findFirst();
            if (line.isEmpty()) unknown.add("/lines/" + i, "unknown_line", "This order has no such line.");
            else if (line.get().isCancelled())
                cancelled.add("/lines/" + i, "line_cancelled", "This line is cancelled already.");
        }
        unknown.throwIfAny();
        if (!cancelled.isEmpty())
            throw new Problem.Conflict("line_cancelled", "This line is cancelled already.", cancelled.list());
    }

    private static List<OrderLines.Line> chosen(List<OrderLines.Line> live, Set<UUID> wanted) {
        var delegates = new HashSet<UUID>();
        live.stream()
                .filter(line -> line.isFee() && wanted.contains(line.id()) && line.delegate() != null)
                .forEach(line -> delegates.add(Objects.requireNonNull(line.delegate())));
        return live.stream()
                .filter(line ->
                        wanted.contains(line.id()) || line.delegate() != null && delegates.contains(line.delegate()))
                .toList();
    }

    List<UUID> lineIds() {
        return lines.stream().map(OrderLines.Line::id).toList();
    }

    /** Those whose fee goes. */
    List<UUID> delegates() {
        var delegates = new ArrayList<UUID>();
        for (var line : lines) if (line.isFee() && line.delegate() != null) delegates.add(line.delegate());
        return delegates;
    }

    /** Options of delegates who stay. */
    List<OrderLines.Line> unpicked() {
        var gone = delegates();
        return lines.stream()
                .filter(line -> line.isOption() && line.delegate() != null && !gone.contains(line.delegate()))
                .toList();
    }

    /** What goes back. @param asked null for what the policy says */
    Money refund(@Nullable Money asked) {
        if (asked == null) return byPolicy;
        if (asked.getCurrencyUnit().equals(most.getCurrencyUnit()) && !asked.isNegative() && !asked.isGreaterThan(most))
            return asked;
        throw new Problem.InvalidInput("/refund", "range", "From nothing to " + most + ".");
    }
}
