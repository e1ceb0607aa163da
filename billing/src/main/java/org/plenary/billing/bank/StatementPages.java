package org.plenary.billing.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.ImportColumn;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One statement: what the columns of a table are, and how it gets on. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/bank/statements/{statement}")
class StatementPages {
    private static final int MOST_SHOWN = 20;
    private static final String USUAL_CURRENCY = "EUR";

    private final BankStatements statements;
    private final BankWords words;

    StatementPages(BankStatements statements, BankWords words) {
        this.statements = statements;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show(@PathVariable UUID statement, Locale locale) {
        var found = find(statement);
        if (found.status().equals(BankStatements.DRAFT)) {
            var file = TableFile.of(statements.content(statement));
            return mapping(found, file, LineMapping.guess(file, USUAL_CURRENCY), null, locale);
        }
        var total = Math.max(1, found.total());
        return new ModelAndView("billing/bank-statement")
                .addObject("statement", found)
                .addObject("total", total)
                .addObject("done", Math.min(found.done(), total - 1));
    }

    /** Tries the mapping; with the word to do it, has the lines worked off. */
    @PostMapping
    @Requires(Permission.BILLING_WRITE)
    ModelAndView confirm(
            @PathVariable UUID statement, @RequestParam MultiValueMap<String, String> values, Locale locale) {
        var found = find(statement);
        if (!found.status().equals(BankStatements.DRAFT)) return back(statement);
        var file = TableFile.of(statements.content(statement));
        var posted = new Posted(values);
        var mapping = read(posted, file);
        try {
            check(mapping);
        } catch (Problem.InvalidInput e) {
            var view = mapping(found, file, mapping, null, locale);
            view.addObject("fieldErrors", words.errors(e, locale)).setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var tried = TableLines.of(file, mapping);
        var step = posted.get("step");
        var isTaken = step.equals("good") || step.equals("all") && tried.bad().isEmpty();
        if (!isTaken || tried.lines().isEmpty()) return mapping(found, file, mapping, tried, locale);
        statements.begin(statement, tried.lines().size(), mapping);
        return back(statement);
    }

    private BankStatements.Row find(UUID id) {
        return statements.find(id).orElseThrow(() -> new Problem.NotFound("This statement"));
    }

    private static ModelAndView back(UUID statement) {
        return new ModelAndView("redirect:/manage/billing/bank/statements/" + statement);
    }

    private static LineMapping read(Posted posted, TableFile file) {
        var targets = new ArrayList<String>();
        for (var i = 0; i < file.header().size(); i++) {
            var target = posted.get("column." + i);
            targets.add(LineMapping.TARGETS.contains(target) && !targets.contains(target) ? target : "");
        }
        return new LineMapping(
                targets,
                LineMapping.DATES.contains(posted.get("dates")) ? posted.get("dates") : "ymd",
                LineMapping.DECIMALS.contains(posted.get("decimal")) ? posted.get("decimal") : ",",
                posted.get("currency").strip().toUpperCase(Locale.ROOT));
    }

    private static void check(LineMapping mapping) {
        var isComplete = mapping.targets().containsAll(List.of("date", "amount", "text"));
        if (!isComplete)
            throw new Problem.InvalidInput(
                    "/columns", "bank_columns", "Say which columns are the date, the amount and the text.");
        try {
            var unused = CurrencyUnit.of(mapping.currency());
        } catch (IllegalCurrencyException e) {
            throw new Problem.InvalidInput("/currency", "currency", "There is no such currency.");
        }
    }

    private ModelAndView mapping(
            BankStatements.Row statement,
            TableFile file,
            LineMapping mapping,
            @Nullable TableLines tried,
            Locale locale) {
        var view = new ModelAndView("billing/bank-mapping")
                .addObject("statement", statement)
                .addObject("rowCount", file.rows().size())
                .addObject("columns", ImportColumn.of(file, mapping.targets()))
                .addObject("targets", words.choices("column", LineMapping.TARGETS, locale))
                .addObject("dates", words.choices("dates", LineMapping.DATES, locale))
                .addObject("decimals", List.of(new Choice(",", "1.234,56"), new Choice(".", "1,234.56")))
                .addObject("mapping", mapping)
                .addObject("tried", tried != null);
        if (tried == null) return view;
        return view.addObject("good", tried.lines().size())
                .addObject("badRows", tried.bad().size())
                .addObject("more", Math.max(0, tried.bad().size() - MOST_SHOWN))
                .addObject(
                        "bad",
                        tried.bad().stream()
                                .limit(MOST_SHOWN)
                                .map(each -> words.problem(each, locale))
                                .toList());
    }
}
