package org.plenary.billing.statement;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.payments.AccountStatements;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Statements of who pays: on the page, as a PDF and by mail. */
@Controller
@TenantHost
@RequestMapping(AccountStatementPages.PATH)
class AccountStatementPages {
    static final String PATH = "/manage/billing/statements";
    private static final int CHOICES = 500;

    private final Parties parties;
    private final AccountStatements statements;
    private final StatementMailing mailing;
    private final Words words;

    AccountStatementPages(Parties parties, AccountStatements statements, StatementMailing mailing, Words words) {
        this.parties = parties;
        this.statements = statements;
        this.mailing = mailing;
        this.words = words;
    }

    @Component("statementWords")
    record Words(PageErrors errors, MessageSource messages) {}

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show(@RequestParam MultiValueMap<String, String> values, Locale locale) {
        return page(new Posted(values), Map.of(), locale);
    }

    @GetMapping("/pdf")
    @Requires(Permission.BILLING_READ)
    ResponseEntity<byte[]> pdf(@RequestParam MultiValueMap<String, String> values, Locale locale) {
        var form = new Posted(values);
        var party = parties.find(who(form));
        var name = ContentDisposition.inline().filename("statement.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(statements.pdf(party.name(), party.references(), days(form), locale));
    }

    @PostMapping("/mail")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView mail(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            var to = mailing.mail(who(form), days(form), form.text("to_address"));
            redirect.addFlashAttribute(
                    "flash",
                    Flash.success(words.messages().getMessage("billing.statement.mailed", new Object[] {to}, locale)));
        } catch (Problem.InvalidInput e) {
            var errors = words.errors().of(e, locale);
            var address = errors.get("to");
            return page(form, address == null ? errors : Map.of("to_address", address), locale);
        }
        for (var field : new String[] {"organization", "email", "order", "from", "to"})
            if (form.has(field)) redirect.addAttribute(field, form.get(field));
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView page(Posted form, Map<String, String> wrong, Locale locale) {
        var view = new ModelAndView("billing/statements")
                .addObject("form", form)
                .addObject("organizations", parties.organizations(CHOICES))
                .addObject("zone", Tenancy.require().timeZone());
        var errors = wrong;
        if (!who(form).isNobody())
            try {
                var party = parties.find(who(form));
                view.addObject("party", party).addObject("accounts", statements.of(party.references(), days(form)));
            } catch (Problem.NotFound e) {
                view.addObject("missing", true);
            } catch (Problem.InvalidInput e) {
                errors = words.errors().of(e, locale);
            }
        if (errors.isEmpty()) return view;
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view.addObject("fieldErrors", errors);
    }

    private static Parties.Who who(Posted form) {
        return new Parties.Who(form.text("organization"), form.text("email"), form.text("order"));
    }

    private static AccountStatements.Days days(Posted form) {
        return AccountStatements.Days.of(form.get("from"), form.get("to"));
    }
}
