package org.plenary.admin.console;

import java.util.List;
import java.util.Locale;
import org.plenary.admin.vitals.VitalRows;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.OperatorConcern;
import org.plenary.tenancy.PlatformHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where operators land: what needs them, and how the platform does. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
class OverviewPages {
    private final ObjectProvider<OperatorConcern> concerns;
    private final VitalRows vitals;
    private final GrowthCharts charts;

    OverviewPages(ObjectProvider<OperatorConcern> concerns, VitalRows vitals, GrowthCharts charts) {
        this.concerns = concerns;
        this.vitals = vitals;
        this.charts = charts;
    }

    @GetMapping("/operator")
    String show(Locale locale, Model model) {
        model.addAttribute("concerns", open());
        model.addAttribute("totals", vitals.totals());
        model.addAttribute("panels", charts.draw(locale));
        return "admin/overview";
    }

    private List<OperatorConcern.Concern> open() {
        return concerns.orderedStream()
                .map(OperatorConcern::now)
                .filter(concern -> concern.count() > 0)
                .toList();
    }
}
