package org.plenary.billing.bank;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The money on the organization's bank account: statements are brought in, their lines listed. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/bank")
class BankPages {
    private static final int AT_ONCE = 50;
    private static final List<String> SHOWN = List.of("open", "return", "assigned", "aside");

    private final BankStatements statements;
    private final BankLines lines;
    private final BankWords words;

    BankPages(BankStatements statements, BankLines lines, BankWords words) {
        this.statements = statements;
        this.lines = lines;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show(
            @RequestParam(defaultValue = "open") String show, @RequestParam(required = false) @Nullable UUID after) {
        return page(SHOWN.contains(show) ? show : "open", after, Map.of());
    }

    /** Takes a file in; a table is asked about its columns first. */
    @PostMapping("/statements")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView upload(@RequestParam(required = false) @Nullable MultipartFile file, Locale locale)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/file", "required", "Choose a file.");
            var name = file.getOriginalFilename();
            var id = words.keep(name == null ? "" : name, file.getBytes());
            return new ModelAndView("redirect:/manage/billing/bank/statements/" + id);
        } catch (Problem.InvalidInput e) {
            var view = page("open", null, words.errors(e, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private ModelAndView page(String show, @Nullable UUID after, Map<String, String> errors) {
        var some = lines.page(show, after, AT_ONCE);
        var view = new ModelAndView("billing/bank")
                .addObject("statements", statements.latest())
                .addObject("counts", lines.counts())
                .addObject("show", show)
                .addObject("shown", SHOWN)
                .addObject("lines", some)
                .addObject("next", some.size() < AT_ONCE ? null : some.getLast().id())
                .addObject("zone", org.plenary.tenancy.Tenancy.require().timeZone());
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
