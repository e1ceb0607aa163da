package org.plenary.billing.invoice;

import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What invoices say of the organization. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/seller")
class SellerPages {
    private final Sellers sellers;
    private final PageErrors errors;
    private final MessageSource messages;

    SellerPages(Sellers sellers, PageErrors errors, MessageSource messages) {
        this.sellers = sellers;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show(Locale locale) {
        var tenant = Tenancy.require();
        var seller = sellers.current()
                .orElseGet(() ->
                        new Seller(tenant.name(), null, null, null, tenant.country(), null, null, null, null, null));
        return page(
                locale,
                Posted.empty()
                        .set("name", seller.name())
                        .set("street", seller.street())
                        .set("postcode", seller.postcode())
                        .set("city", seller.city())
                        .set("country", seller.country())
                        .set("vat_id", seller.vatId())
                        .set("tax_number", seller.taxNumber())
                        .set("register", seller.register())
                        .set("email", seller.email())
                        .set("note", seller.note()));
    }

    @PostMapping
    @Requires(Permission.BILLING_WRITE)
    ModelAndView save(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            sellers.change(new Seller(
                    form.get("name").strip(),
                    form.get("street"),
                    form.get("postcode"),
                    form.get("city"),
                    form.get("country"),
                    form.get("vat_id").replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT),
                    form.get("tax_number"),
                    form.get("register"),
                    form.get("email"),
                    form.get("note")));
        } catch (Problem.InvalidInput e) {
            return errors.refused(page(locale, form), e, locale);
        }
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage("billing.seller.saved", null, locale)));
        return new ModelAndView("redirect:/manage/billing/seller");
    }

    private static ModelAndView page(Locale locale, Posted form) {
        return new ModelAndView("billing/seller")
                .addObject("form", form)
                .addObject("countries", Choice.countries(locale));
    }
}
