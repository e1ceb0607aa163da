package org.plenary.billing.bank;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.payments.TransferTargets;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One line of a statement, and what staff decide of it. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/bank/lines/{line}")
class BankLinePages {
    private static final int PROPOSALS = 10;

    private final BankLines lines;
    private final TransferTargets targets;
    private final StatementMatching matching;
    private final Assigning assigning;
    private final BankWords words;

    BankLinePages(
            BankLines lines,
            TransferTargets targets,
            StatementMatching matching,
            Assigning assigning,
            BankWords words) {
        this.lines = lines;
        this.targets = targets;
        this.matching = matching;
        this.assigning = assigning;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show(@PathVariable UUID line) {
        var found = lines.find(line).orElseThrow(() -> new Problem.NotFound("This line"));
        return new ModelAndView("billing/bank-line")
                .addObject("line", found)
                .addObject("paid", confirmed(found).orElse(null))
                .addObject("proposals", found.isOpen() ? matching.proposals(found, PROPOSALS) : List.of())
                .addObject("zone", org.plenary.tenancy.Tenancy.require().timeZone());
    }

    /** The order that is certain by this line's money: undoing it leaves the order certain and unpaid. */
    private Optional<TransferTargets.Target> confirmed(BankLine line) {
        if (line.reference() == null || !line.taken().isPositive()) return Optional.empty();
        return targets.withCodes(List.of(line.reference())).stream()
                .filter(target -> target.state().equals("confirmed"))
                .findFirst();
    }

    @PostMapping("/assignment")
    @Requires(Permission.BILLING_WRITE)
    String assign(@PathVariable UUID line, @RequestParam String order, Locale locale, RedirectAttributes redirect) {
        return done(line, redirect, locale, () -> {
            var code = order.strip().toUpperCase(Locale.ROOT);
            var target = targets.withCodes(List.of(code)).stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem.InvalidInput("/order", "unknown_order", "There is no order of this code."));
            var assigned = matching.assign(line, target, words.cashier());
            return words.success(
                    assigned.owedBack().isPositive() ? "assigned-back" : "assigned", locale, target.code());
        });
    }

    @PostMapping("/aside")
    @Requires(Permission.BILLING_WRITE)
    String aside(@PathVariable UUID line, @RequestParam String reason, Locale locale, RedirectAttributes redirect) {
        return done(line, redirect, locale, () -> {
            assigning.setAside(line, reason, words.cashier());
            return words.success("set-aside", locale);
        });
    }

    @PostMapping("/undo")
    @Requires(Permission.BILLING_WRITE)
    String undo(@PathVariable UUID line, @RequestParam String reason, Locale locale, RedirectAttributes redirect) {
        return done(line, redirect, locale, () -> {
            var before = lines.find(line).orElseThrow(() -> new Problem.NotFound("This line"));
            var order = confirmed(before);
            assigning.undo(line, reason, words.cashier());
            return order.isEmpty()
                    ? words.success("undone", locale)
                    : Flash.warning(
                            words.text("undone-owed", locale, order.get().code(), words.money(before.taken())));
        });
    }

    @PostMapping("/return")
    @Requires(Permission.BILLING_WRITE)
    String returned(@PathVariable UUID line, Locale locale, RedirectAttributes redirect) {
        return done(line, redirect, locale, () -> {
            assigning.returned(line, words.cashier());
            return words.success("returned-noted", locale);
        });
    }

    private interface Act {
        Flash run();
    }

    private String done(UUID line, RedirectAttributes redirect, Locale locale, Act act) {
        try {
            redirect.addFlashAttribute("flash", act.run());
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            redirect.addFlashAttribute("flash", words.failure(e, locale));
        }
        return "redirect:/manage/billing/bank/lines/" + line;
    }
}
