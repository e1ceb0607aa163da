package org.plenary.billing.subscription;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** The plans that there are: the one place that says what each allows and costs. */
@Component
class Plans implements Entitlements {
    private final PlanSettings settings;
    private final List<Plan> all;

    Plans(PlanSettings settings) {
        this.settings = settings;
        var free = java.util.Objects.requireNonNull(settings.free());
        this.all = List.of(
                new Plan(Plan.FREE, 0, free, null),
                paid("conference", 1, false, java.util.Objects.requireNonNull(settings.conference())),
                paid("year", 2, true, java.util.Objects.requireNonNull(settings.year())));
    }

    private Plan paid(String key, int rank, boolean yearly, PlanSettings.Paid paid) {
        var currency = CurrencyUnit.of(settings.currency());
        var terms = new Plan.Terms(
                Money.of(currency, paid.price()),
                yearly,
                paid.includedDelegates(),
                Money.of(currency, paid.furtherDelegate()));
        return new Plan(key, rank, paid.limits(), terms);
    }

    List<Plan> all() {
        return all;
    }

    Plan free() {
        return all.getFirst();
    }

    Optional<Plan> byKey(String key) {
        return all.stream().filter(plan -> plan.key().equals(key)).findFirst();
    }

    /** @throws Problem.InvalidInput for a plan that cannot be chosen */
    Plan chosen(String key) {
        return byKey(key)
                .orElseThrow(() -> new Problem.InvalidInput("/plan", "choice", "There is no such plan to choose."));
    }

    /** Plans that neither everybody can have nor the settings limit are agreed on by hand, and limit nothing. */
    @Override
    public OptionalLong limit(Tenant tenant, Quota quota) {
        return byKey(tenant.plan())
                .map(Plan::limits)
                .or(() -> Optional.ofNullable(settings.agreed().get(tenant.plan())))
                .map(limits -> limits.of(quota))
                .orElse(OptionalLong.empty());
    }

    @Override
    public List<String> plans() {
        return Stream.concat(
                        all.stream().map(Plan::key),
                        settings.agreed().keySet().stream().sorted())
                .toList();
    }

    long trialDays() {
        return settings.trial().toDays();
    }
}
