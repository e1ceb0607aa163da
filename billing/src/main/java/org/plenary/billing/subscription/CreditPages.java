package org.plenary.billing.subscription;

import com.stripe.param.CreditNoteCreateParams;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator looks at what an organization was asked to pay, and takes back a part of it. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/revenue/{slug}")
class CreditPages {
    private static final int MOST = 200;
    private static final int LONGEST_MEMO = 500;

    private final TenantDirectory tenants;
    private final PlatformInvoices invoices;
    private final CreditNoteRows notes;
    private final Crediting crediting;
    private final Saying saying;

    /** How the pages say it. */
    @Component
    record Saying(MessageSource messages, PageErrors errors) {
        String text(String key, Locale locale, Object... arguments) {
            return messages.getMessage("billing.credit." + key, arguments, locale);
        }
    }

    CreditPages(
            TenantDirectory tenants,
            PlatformInvoices invoices,
            CreditNoteRows notes,
            Crediting crediting,
            Saying saying) {
        this.tenants = tenants;
        this.invoices = invoices;
        this.notes = notes;
        this.crediting = crediting;
        this.saying = saying;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug) {
        var tenant = tenant(slug);
        return new ModelAndView("billing/credit-invoices")
                .addObject("tenant", tenant)
                .addObject("zone", tenant.timeZone())
                .addObject("invoices", invoices.newest(tenant.id(), MOST))
                .addObject("notes", notes.newest(tenant.id(), MOST));
    }

    @GetMapping("/{invoice}")
    ModelAndView ask(@PathVariable String slug, @PathVariable String invoice) {
        return page(
                tenant(slug),
                invoice,
                Posted.empty().set("to", "card").set("reason", "order_change").set("key", Ids.next()));
    }

    @PostMapping("/{invoice}")
    ModelAndView credit(
            @PathVariable String slug,
            @PathVariable String invoice,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var tenant = tenant(slug);
        var form = new Posted(values);
        var row = found(tenant, invoice);
        try {
            crediting.credit(tenant, row.id(), wish(form, row), form.get("key"));
            redirect.addFlashAttribute("flash", Flash.success(saying.text("done", locale)));
        } catch (Problem.InvalidInput e) {
            return saying.errors().refused(page(tenant, invoice, form), e, locale);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(saying.text("nothing-left", locale)));
        } catch (StripeUnavailable e) {
            redirect.addFlashAttribute("flash", Flash.failure(saying.text("away", locale)));
        } catch (StripeRefused e) {
            redirect.addFlashAttribute(
                    "flash", Flash.failure(saying.text("refused", locale, String.valueOf(e.getMessage()))));
        }
        return new ModelAndView("redirect:/operator/revenue/" + slug);
    }

    private static Crediting.Wish wish(Posted form, PlatformInvoices.Row row) {
        @Nullable Money net = form.money("amount", row.due().getCurrencyUnit());
        form.throwIfWrong();
        if (net != null && !net.isPositive())
            throw new Problem.InvalidInput("/amount", "positive", "An amount is more than zero.");
        var memo = form.get("memo").strip();
        if (memo.length() > LONGEST_MEMO)
            throw new Problem.InvalidInput(
                    "/memo", "too_long", "At most 500 characters.", Map.of("maximum", LONGEST_MEMO));
        return new Crediting.Wish(
                net, !form.get("to").equals("balance"), reason(form.get("reason")), memo.isEmpty() ? null : memo);
    }

    private static CreditNoteCreateParams.Reason reason(String given) {
        for (var reason : CreditNoteCreateParams.Reason.values())
            if (reason.getValue().equals(given)) return reason;
        throw new Problem.InvalidInput("/reason", "choice", "This is none of the reasons.");
    }

    private ModelAndView page(Tenant tenant, String invoice, Posted form) {
        var row = found(tenant, invoice);
        if (!row.canBeCredited()) throw new Problem.NotFound("An invoice to take something back of");
        return new ModelAndView("billing/credit")
                .addObject("tenant", tenant)
                .addObject("zone", tenant.timeZone())
                .addObject("invoice", row)
                .addObject("form", form)
                .addObject("reasons", reasons())
                .addObject("ways", List.of(choice("to.card", "card"), choice("to.balance", "balance")));
    }

    private List<Choice> reasons() {
        return Stream.of(CreditNoteCreateParams.Reason.values())
                .map(reason -> choice("reason." + reason.getValue(), reason.getValue()))
                .toList();
    }

    private Choice choice(String key, String value) {
        return new Choice(value, saying.text(key, LocaleContextHolder.getLocale()));
    }

    private PlatformInvoices.Row found(Tenant tenant, String invoice) {
        return invoices.find(tenant.id(), invoice).orElseThrow(() -> new Problem.NotFound("This invoice"));
    }

    private Tenant tenant(String slug) {
        return tenants.bySlug(slug).orElseThrow(() -> new Problem.NotFound("This organization"));
    }
}
